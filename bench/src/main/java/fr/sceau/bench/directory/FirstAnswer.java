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

/** From the start of a directory to its first answer. */
final class FirstAnswer {
    static final String WHAT = "du lancement à la première réponse, s";
    static final double MOST_SECONDS = 3;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long BETWEEN_MILLIS = 20;
    private static final String USUAL_NAME = "martin"; // the commonest of every country that is generated

    private FirstAnswer() {}

    /**
     * @param command starts it and does not wait
     * @param port where it will listen
     */
    static double seconds(List<String> command, int port) throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new BenchException("l'annuaire n'a pas pu être lancé");
        }
        while (!answers(port)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new BenchException("pas de réponse de l'annuaire en " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN_MILLIS);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** A search as people make them, with at least one entry. */
    private static boolean answers(int port) {
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
