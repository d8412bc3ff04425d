package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.bench.BenchException;
import java.util.List;
import java.util.Optional;

/** One connection to a server on this machine; asks one thing after the other. */
final class Client implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000; // Thunderbird's
    private static final String[] WANTED = Thunderbird.WANTED.toArray(String[]::new);

    private final LDAPConnection connection;

    private Client(LDAPConnection connection) {
        this.connection = connection;
    }

    static Client open(int port) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setUseSynchronousMode(true);
        options.setConnectTimeoutMillis(PATIENCE_MILLIS);
        options.setResponseTimeoutMillis(PATIENCE_MILLIS);
        return new Client(new LDAPConnection(options, "127.0.0.1", port));
    }

    /** Asks, and files what was said; returns nanoseconds. */
    long ask(Question question, Answers answers) {
        SearchRequest request = request(question);
        long start = System.nanoTime();
        try {
            List<SearchResultEntry> entries = connection.search(request).getSearchEntries();
            long nanos = System.nanoTime() - start;
            answers.note(question, ResultCode.SUCCESS, entries);
            return nanos;
        } catch (LDAPSearchException e) {
            long nanos = System.nanoTime() - start;
            answers.note(
                    question, code(e), Optional.ofNullable(e.getSearchEntries()).orElse(List.of()));
            return nanos;
        }
    }

    private static SearchRequest request(Question question) {
        return new SearchRequest(
                question.base().dn(),
                SearchScope.SUB,
                DereferencePolicy.NEVER,
                Thunderbird.MOST,
                0,
                false,
                question.rule().filter(),
                WANTED);
    }

    /** A refusal is an answer; a server that is gone is none. */
    private ResultCode code(LDAPSearchException e) {
        if (!connection.isConnected()) {
            throw new BenchException("le serveur a raccroché : " + e.getMessage(), e);
        }
        return e.getResultCode();
    }

    @Override
    public void close() {
        connection.close();
    }
}
