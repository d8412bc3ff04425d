package fr.sceau.directory.client;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SingleServerSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The directory over LDAP. Connects at the first question, not at construction, and again after the server has been
 * restarted; waits two seconds at most for a connection and for an answer.
 */
public final class LdapDirectory implements Directory, Adviser, AutoCloseable {
    private static final String MAILBOXES = "ou=boites,o=annuaire-sante";
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int CONNECTIONS = 4;
    private static final int MAX_ANSWERS = 100;
    private static final int MAX_WORDS = 8;
    private static final List<String> SEARCHED = List.of("cn", "mail", "o", "l");

    /** Answers that will not change by asking again. */
    private static final Set<ResultCode> FINAL = Set.of(
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.INVALID_DN_SYNTAX,
            ResultCode.PROTOCOL_ERROR,
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.ADMIN_LIMIT_EXCEEDED,
            ResultCode.FILTER_ERROR,
            ResultCode.PARAM_ERROR,
            ResultCode.ENCODING_ERROR);

    private final LDAPConnectionPool pool;
    private final Adviser advising = new Advising(this::below);

    public LdapDirectory(String host, int port) {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(TIMEOUT_MILLIS);
        options.setResponseTimeoutMillis(TIMEOUT_MILLIS);
        options.setAbandonOnTimeout(true);
        options.setUseSynchronousMode(true);
        this.pool = pool(new SingleServerSet(host, port, options));
    }

    private static LDAPConnectionPool pool(SingleServerSet server) {
        try {
            return new LDAPConnectionPool(server, null, 0, CONNECTIONS);
        } catch (LDAPException e) {
            throw new IllegalStateException("a pool without a first connection cannot fail", e);
        }
    }

    @Override
    public Optional<MailboxEntry> byMail(String address) throws DirectoryException {
        String asked = address.trim().toLowerCase(Locale.ROOT);
        return ask(Filter.createEqualityFilter("mail", asked), 1).stream().findFirst();
    }

    @Override
    public List<MailboxEntry> byRpps(String rpps) throws DirectoryException {
        return ask(Filter.createEqualityFilter("asIdNatPS", "8" + rpps.trim()), MAX_ANSWERS); // type 8 = RPPS
    }

    @Override
    public List<MailboxEntry> search(String words, int limit) throws DirectoryException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1: " + limit);
        }
        List<Filter> everyWord = Arrays.stream(words.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MAX_WORDS)
                .map(LdapDirectory::somewhere)
                .toList();
        return everyWord.isEmpty() ? List.of() : proposed(Filter.createANDFilter(everyWord), limit);
    }

    private List<MailboxEntry> proposed(Filter filter, int limit) throws DirectoryException {
        List<SearchResultEntry> found =
                found(request(MAILBOXES, SearchScope.ONE, filter, EntryReader.ATTRIBUTES, MAX_ANSWERS));
        List<SearchResultEntry> proposed =
                found.stream().filter(EntryReader::isProposed).limit(limit).toList();
        return EntryReader.read(proposed);
    }

    private static Filter somewhere(String word) {
        return Filter.createORFilter(SEARCHED.stream()
                .map(attribute -> Filter.createSubstringFilter(attribute, null, new String[] {word}, null))
                .toList());
    }

    private List<MailboxEntry> ask(Filter filter, int limit) throws DirectoryException {
        return EntryReader.read(found(request(MAILBOXES, SearchScope.ONE, filter, EntryReader.ATTRIBUTES, limit)));
    }

    @Override
    public Advice advise(Intention intention) throws DirectoryException {
        return advising.advise(intention);
    }

    private List<SearchResultEntry> below(String base, Filter filter, String[] attributes, int limit)
            throws DirectoryException {
        return found(request(base, SearchScope.SUB, filter, attributes, limit));
    }

    private static SearchRequest request(
            String base, SearchScope scope, Filter filter, String[] attributes, int limit) {
        SearchRequest request = new SearchRequest(base, scope, filter, attributes);
        request.setSizeLimit(limit);
        return request;
    }

    private List<SearchResultEntry> found(SearchRequest request) throws DirectoryException {
        try {
            return answer(request, CONNECTIONS);
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED) && e.getSearchEntries() != null) {
                return e.getSearchEntries(); // RFC 4511 4.5.2: the entries sent so far are valid
            }
            // The cause is left out on purpose: its text quotes the filter, which may hold a patient's address.
            throw new DirectoryException(
                    "directory search failed: " + e.getResultCode().getName(), !FINAL.contains(e.getResultCode()));
        }
    }

    /** After a restart of the server every kept connection is dead: each is met once, then a new one is made. */
    private List<SearchResultEntry> answer(SearchRequest request, int triesLeft) throws LDAPSearchException {
        try {
            return pool.search(request).getSearchEntries();
        } catch (LDAPSearchException e) {
            if (!e.getResultCode().equals(ResultCode.SERVER_DOWN) || triesLeft == 0) {
                throw e;
            }
            return answer(request, triesLeft - 1);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
