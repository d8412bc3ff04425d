package fr.sceau.agent;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The agent's command line. */
@Command(
        name = "sceau-agent",
        description = "L'agent Sceau d'un laboratoire ou d'un cabinet.",
        mixinStandardHelpOptions = true,
        version = "sceau-agent 0.1.0",
        subcommands = BatchCommand.class)
public final class Main implements Runnable {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, errors, arguments));
    }

    static int run(PrintWriter out, PrintWriter errors, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(errors)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, text -> asked(text, Durations::parse))
                .registerConverter(HostPort.class, text -> asked(text, HostPort::parse))
                .setUsageHelpWidth(110)
                .setParameterExceptionHandler((wrong, given) -> {
                    wrong.getCommandLine().getErr().println(wrong.getMessage());
                    wrong.getCommandLine().getErr().println("Aide : sceau-agent batch --help");
                    return ExitCode.USAGE.code();
                })
                .execute(arguments);
    }

    private static <T> T asked(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(e.getMessage());
        }
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                new CommandLine(this), "Que faire ? Par exemple : sceau-agent batch DOSSIER");
    }
}
