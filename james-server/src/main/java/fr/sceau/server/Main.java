package fr.sceau.server;

import fr.sceau.server.wiring.SceauServer;
import fr.sceau.smime.engine.Engine;
import fr.sceau.store.StoreException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.james.GuiceJamesServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the mail server in the foreground until it is told to stop. */
@Command(
        name = "sceau-james",
        mixinStandardHelpOptions = true,
        description = "Serveur de messagerie : MX, soumission et IMAP.",
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {"0:arrêt demandé", "1:démarrage impossible", "2:mauvais appel"})
public final class Main implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "Dossier de l'installation.")
    private Path home = Path.of("var");

    public static void main(String[] args) {
        int code = new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, line, parsed) -> explain(failure, line))
                .execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** What the operator can mend is said without a stack trace. */
    private static int explain(Exception failure, CommandLine line) throws Exception {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException || cause instanceof ServerException) {
                line.getErr().println(cause.getMessage());
                return 1;
            }
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfiguration configuration = ServerConfiguration.load(home.toAbsolutePath());
        System.out.println("cryptography by " + Engine.current().description());
        GuiceJamesServer server = SceauServer.of(configuration);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
        server.start();
        System.out.printf(
                "james ready smtp://%s submission://%s imaps://%s%n",
                configuration.listen("mx.port"),
                configuration.listen("submission.port"),
                configuration.listen("imaps.port"));
        return 0;
    }
}
