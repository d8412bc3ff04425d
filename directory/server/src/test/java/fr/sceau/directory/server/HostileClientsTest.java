package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.client.DirectoryException;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.nation.Nation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks too much, asks nothing or does not listen costs little, and others are served. */
final class HostileClientsTest {
    private static final String BASE = "o=annuaire-sante";
    private static final int CONNECTIONS = 40;
    private static final Limits NARROW =
            new Limits(100, 150, 150, Duration.ofSeconds(2), 2, CONNECTIONS, Limits.USUAL.rate());

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        new Nation(new Nation.Size(400, 60, 300, 50), 3)
                .write(folder.resolve("registry"), 0, "202610310800", done -> {});
        directory = new DirectoryFixture(folder, NARROW);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private static SearchResult ask(String base, SearchScope scope, String filter, String... attributes)
            throws Exception {
        try (LDAPConnection client = new LDAPConnection("127.0.0.1", directory.port())) {
            return client.search(base, scope, filter, attributes);
        } catch (LDAPSearchException e) {
            return e.getSearchResult();
        }
    }

    private static void assertOthersAreServed() throws Exception {
        SearchResult branch = ask("ou=boites," + BASE, SearchScope.BASE, "(objectClass=*)");
        assertThat(branch.getEntryCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(telephoneNumber=nobody)",
                "(asIdTechnique=*9*)",
                "(!(objectClass=*))",
                "(sn>=zzzz)",
                "(|(mail=nobody@x.test)(telephoneNumber=nobody))",
                "(cn=*\u00ff*)",
                "(cn=*--*)",
            })
    void what_would_read_the_whole_country_is_refused_and_it_is_told_what_to_ask(String filter) throws Exception {
        SearchResult refused = ask(BASE, SearchScope.SUB, filter);
        assertThat(refused.getResultCode()).isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
        assertThat(refused.getEntryCount()).isZero();
        assertThat(refused.getDiagnosticMessage()).contains("two letters at least of cn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(cn=*e*)", "(objectClass=*)", "(mail=*)", "(!(cn=zz))", "(&)", "(|(cn=*a*)(sn=*e*))"})
    void a_dump_ends_at_a_hundred_entries(String filter) throws Exception {
        SearchResult dump = ask("ou=boites," + BASE, SearchScope.SUB, filter);
        assertThat(dump.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
        assertThat(dump.getEntryCount()).isEqualTo(100);
    }

    /** As Thunderbird asks for {@code j dupont}: one letter is nowhere indexed. */
    @Test
    void who_types_an_initial_and_a_name_is_given_whoever_has_both() throws Exception {
        SearchResultEntry somebody = ask("ou=boites," + BASE, SearchScope.SUB, "(sn=*)", "givenName", "sn")
                .getSearchEntries()
                .get(0);
        char initial = somebody.getAttributeValue("givenName").charAt(0);
        String question = "(|(cn=*%1$s*%2$s*)(mail=*%1$s %2$s*)(givenName=*%1$s*)(sn=*%1$s %2$s*))"
                .formatted(initial, somebody.getAttributeValue("sn"));
        SearchResult found = ask("ou=boites," + BASE, SearchScope.SUB, question);
        assertThat(found.getResultCode()).isEqualTo(ResultCode.SIZE_LIMIT_EXCEEDED);
        assertThat(found.getSearchEntries())
                .extracting(SearchResultEntry::getDN)
                .contains(somebody.getDN());
    }

    @Test
    void our_own_client_does_not_ask_again_what_was_refused() {
        assertThatThrownBy(() -> directory.client.search("\u00f8", 5))
                .isInstanceOfSatisfying(DirectoryException.class, e -> assertThat(e.isTransient())
                        .isFalse());
    }

    @Test
    void the_branches_and_single_entries_can_be_looked_at_with_any_filter() throws Exception {
        assertThat(ask(BASE, SearchScope.ONE, "(objectClass=*)").getEntryCount())
                .isEqualTo(4);
        assertThat(ask(BASE, SearchScope.BASE, "(telephoneNumber=nobody)").getResultCode())
                .isEqualTo(ResultCode.SUCCESS);
    }

    /** What Thunderbird's address book asks: also about attributes that nobody has here, or that nobody knows. */
    @Test
    void attributes_that_no_entry_has_cost_nothing() throws Exception {
        String quick = "(|(cn=*%1$s*)(givenName=*%1$s*)(sn=*%1$s*)(mozillaNickname=*%1$s*)(mail=*%1$s*)"
                + "(mozillaSecondEmail=*%1$s*)(description=*%1$s*)(o=*%1$s*)(ou=*%1$s*)(title=*%1$s*)(commonName=*%1$s*))";
        SearchResult nobody = ask(BASE, SearchScope.SUB, String.format(quick, "zzyzx"));
        assertThat(nobody.getResultCode()).isEqualTo(ResultCode.SUCCESS);
        assertThat(ask(BASE, SearchScope.SUB, String.format(quick, "martin")).getEntryCount())
                .isPositive();
    }

    @Test
    void a_filter_of_fifty_kilobytes_ends_the_connection() throws Exception {
        try (LDAPConnection client = new LDAPConnection("127.0.0.1", directory.port())) {
            Filter large = Filter.createEqualityFilter("cn", "a".repeat(50_000));
            assertThat(resultOf(client, large)).isIn(ResultCode.SERVER_DOWN, ResultCode.DECODING_ERROR);
        }
        assertOthersAreServed();
    }

    private static ResultCode resultOf(LDAPConnection client, Filter filter) {
        try {
            return client.search(BASE, SearchScope.SUB, filter).getResultCode();
        } catch (LDAPSearchException e) {
            return e.getResultCode();
        }
    }

    @Test
    void many_expensive_parts_in_one_filter_are_answered_or_refused() throws Exception {
        StringBuilder filter = new StringBuilder("(|");
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'i'; b++) {
                filter.append("(cn=*").append(a).append(b).append("q*)");
            }
        }
        assertThat(ask(BASE, SearchScope.SUB, filter.append(')').toString()).getResultCode())
                .isEqualTo(ResultCode.ADMIN_LIMIT_EXCEEDED);
        assertOthersAreServed();
    }

    @Test
    void five_hundred_silent_connections_keep_nobody_out() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 500; i++) {
                silent.add(open());
            }
            assertOthersAreServed();
            for (Socket socket : silent.subList(0, 500 - CONNECTIONS)) {
                assertThat(isCut(socket)).isTrue();
            }
        } finally {
            closeAll(silent);
        }
    }

    /** They ask much more than fits into what lies between them and us, and read nothing. */
    @Test
    void those_who_do_not_read_keep_nobody_out() throws Exception {
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 10; i++) {
                deaf.add(open());
                askAndNotRead(deaf.get(i).getOutputStream());
                assertOthersAreServed();
            }
            for (int i = 0; i < CONNECTIONS; i++) {
                deaf.add(open());
            }
            assertOthersAreServed();
        } finally {
            closeAll(deaf);
        }
    }

    private static Socket open() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), directory.port()));
        return socket;
    }

    private static boolean isCut(Socket socket) throws IOException {
        socket.setSoTimeout(10_000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static void askAndNotRead(OutputStream out) throws IOException {
        byte[] all = NestedFilter.request("ou=boites," + BASE, NestedFilter.AND, 1);
        for (int i = 0; i < 200; i++) {
            out.write(all);
        }
    }

    private static void closeAll(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
