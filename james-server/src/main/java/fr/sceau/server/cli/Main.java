package fr.sceau.server.cli;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.server.ServerException;
import fr.sceau.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry of the operator's commands. */
@Command(
        name = "sceau",
        mixinStandardHelpOptions = true,
        description = "Commandes de l'exploitant.",
        subcommands = {
            MailboxCommand.class,
            StatusCommand.class,
            QueueCommand.class,
            CorrespondentsCommand.class,
            KeysCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            VerifyCommand.class
        },
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {"0:fait", "1:échec, rien n'est changé", "2:mauvais appel"})
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command and gives its exit code. */
    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line))
                .execute(args);
    }

    private static int explain(Exception failure, CommandLine line) throws Exception {
        if (failure instanceof ServerException || configurationFault(failure)) {
            line.getErr().println(failure.getMessage());
            return 1;
        }
        if (failure instanceof StoreException fault && !fault.transientFailure()) {
            line.getErr().println(fault.getMessage());
            return 1;
        }
        if (failure instanceof AccountsUnavailable || failure instanceof StoreException) {
            line.getErr().println("La base de données ne répond pas, ou refuse ce changement.");
            return 1;
        }
        throw failure;
    }

    private static boolean configurationFault(Exception failure) {
        return failure instanceof MailetsException fault && !fault.isTransient();
    }
}
