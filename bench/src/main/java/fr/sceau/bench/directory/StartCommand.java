package fr.sceau.bench.directory;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From the start of the directory to its first answer. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Lance l'annuaire et attend sa première réponse.")
public final class StartCommand implements Callable<Integer> {
    @Option(names = "--port", required = true, description = "où il écoutera")
    private int port;

    @Parameters(paramLabel = "COMMANDE", arity = "1..*", description = "ce qui le lance et n'attend pas")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        double seconds = FirstAnswer.seconds(command, port);
        boolean reached = seconds <= FirstAnswer.MOST_SECONDS;
        Verdict.print(FirstAnswer.WHAT, seconds, FirstAnswer.MOST_SECONDS, reached, "au plus");
        return reached ? 0 : 1;
    }
}
