package fr.sceau.demo;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the demonstration's tools. */
@Command(
        name = "demo",
        description = "Monde de démonstration de Sceau : tout y est inventé.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMANDE",
        subcommands = {GenerateCommand.class, SeedCommand.class, TableCommand.class})
public final class Main {
    private Main() {}

    /** Exit codes: 0 done, 1 not done, 2 wrong call. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println("demo : " + explain(failure));
                    return 1;
                })
                .execute(arguments);
    }

    private static String explain(Exception failure) {
        String reason = failure instanceof DemoException ? String.valueOf(failure.getMessage()) : failure.toString();
        Throwable cause = failure.getCause();
        return cause == null ? reason : reason + " (" + cause.getMessage() + ")";
    }
}
