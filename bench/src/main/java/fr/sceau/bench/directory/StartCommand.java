package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.bench.BenchException;
import java.io.IOException;
import java.time.Duration;
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
    private static final double MOST_SECONDS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long BETWEEN_MILLIS = 20;
    private static final String USUAL_NAME = "martin"; // the commonest of every country that is generated

    @Option(names = "--port", required = true, description = "où il écoutera")
    private int port;

    @Parameters(paramLabel = "COMMANDE", arity = "1..*", description = "ce qui le lance et n'attend pas")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new BenchException("l'annuaire n'a pas pu être lancé");
        }
        while (!answers()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new BenchException("pas de réponse de l'annuaire en " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_MILLIS);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        boolean reached = seconds <= MOST_SECONDS;
        Verdict.print("du lancement à la première réponse, s", seconds, MOST_SECONDS, reached, "au plus");
        return reached ? 0 : 1;
    }

    /** A search as people make them, with at least one entry. */
    private boolean answers() {
        SearchRequest request = new SearchRequest(
                Base.MAILBOXES.dn(),
                SearchScope.SUB,
                Thunderbird.completes(USUAL_NAME).filter(),
                "mail");
        request.setSizeLimit(1);
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", port)) {
            return connection.search(request).getEntryCount() > 0;
        } catch (LDAPSearchException e) {
            return e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED);
        } catch (LDAPException e) {
            return false; // it does not listen yet
        }
    }
}
