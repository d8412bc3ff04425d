package fr.sceau.directory.server.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, and what was looked at is old or differs. */
@Command(
        name = "directory",
        mixinStandardHelpOptions = true,
        description = "L'annuaire sur disque : l'importer, y chercher, ce qui change ; en inventer un pour essayer.",
        subcommands = {
            FetchCommand.class,
            ImportCommand.class,
            StatusCommand.class,
            SearchCommand.class,
            DiffCommand.class,
            AtCommand.class,
            RollbackCommand.class,
            ReconcileCommand.class,
            PublicationCommand.class,
            CertificatesCommand.class,
            BindCommand.class,
            ExportCommand.class,
            GenerateCommand.class
        })
public final class DirectoryTool implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new DirectoryTool()).setExecutionExceptionHandler((failure, line, parsed) -> {
            line.getErr().println("directory : " + failure.getMessage());
            return 1;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Il manque la commande.");
    }
}
