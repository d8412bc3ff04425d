package fr.sceau.directory.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import fr.sceau.testpki.Garbled;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The client beside a directory that is away, mute, wrong or full. */
final class LdapDirectoryTest {
    private static final String ADDRESS = "claire.martin@exemple.mssante.test";

    private static InMemoryDirectoryServer server(int port, String... more) throws LDAPException, LDIFException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=annuaire-sante");
        config.setSchema(null);
        config.setListenerConfigs(
                new InMemoryListenerConfig("test", InetAddress.getLoopbackAddress(), port, null, null, null));
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.add("dn: o=annuaire-sante", "objectClass: organization", "o: annuaire-sante");
        server.add("dn: ou=boites,o=annuaire-sante", "objectClass: organizationalUnit", "ou: boites");
        addMailbox(server, ADDRESS, more);
        server.startListening();
        return server;
    }

    private static void addMailbox(InMemoryDirectoryServer server, String address, String... more)
            throws LDAPException, LDIFException {
        List<String> lines = new java.util.ArrayList<>(List.of(
                "dn: mail=" + address + ",ou=boites,o=annuaire-sante",
                "objectClass: inetOrgPerson",
                "mail: " + address,
                "cn: Claire Martin",
                "sn: Martin",
                "asTypeBAL: PER",
                "asIdNatPS: 899700218896"));
        lines.addAll(List.of(more));
        server.add(lines.toArray(String[]::new));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void assertFails(LdapDirectory directory, Consumer<DirectoryException> asserted) {
        assertThatThrownBy(() -> directory.byMail(ADDRESS))
                .isInstanceOfSatisfying(DirectoryException.class, asserted::accept);
    }

    @Test
    void an_entry_becomes_a_mailbox() throws Exception {
        InMemoryDirectoryServer server = server(
                0,
                "displayName: Dr Claire Martin",
                "title: Médecin",
                "o: CHU",
                "l: Doubs",
                "asSmime: declared",
                "asIdStruct: 1990000001",
                "asIdStruct: 1990000002");
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", server.getListenPort())) {
            assertThat(directory.byMail(" Claire.MARTIN@exemple.mssante.test "))
                    .contains(new MailboxEntry(
                            ADDRESS,
                            MailboxType.PER,
                            Optional.of("899700218896"),
                            List.of("1990000001", "1990000002"),
                            "Dr Claire Martin",
                            Optional.of("Médecin"),
                            Optional.of("CHU"),
                            Optional.of("Doubs"),
                            List.of(),
                            true));
            assertThat(directory.byRpps("99700218896")).hasSize(1);
            assertThat(directory.byRpps("99700218895")).isEmpty();
            assertThat(directory.search("martin exemple", 5)).hasSize(1);
            assertThat(directory.search("  ", 5)).isEmpty();
        } finally {
            server.shutDown(true);
        }
    }

    @Test
    void a_value_that_is_no_certificate_does_not_hide_the_mailbox() throws Exception {
        String garbled = Base64.getEncoder().encodeToString(Garbled.certificate());
        InMemoryDirectoryServer server =
                server(0, "userCertificate;binary:: bm9uc2Vuc2U=", "userCertificate;binary:: " + garbled);
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", server.getListenPort())) {
            assertThat(directory.byMail(ADDRESS).orElseThrow().certificates()).isEmpty();
        } finally {
            server.shutDown(true);
        }
    }

    @Test
    void an_entry_of_an_unknown_kind_is_left_out() throws Exception {
        InMemoryDirectoryServer server = server(0);
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", server.getListenPort())) {
            server.modify(
                    "dn: mail=" + ADDRESS + ",ou=boites,o=annuaire-sante",
                    "changetype: modify",
                    "replace: asTypeBAL",
                    "asTypeBAL: NEW");
            assertThat(directory.byMail(ADDRESS)).isEmpty();
        } finally {
            server.shutDown(true);
        }
    }

    @Test
    void a_directory_that_is_away_is_a_transient_fault_that_names_no_address() throws Exception {
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", freePort())) {
            assertFails(directory, e -> {
                assertThat(e.isTransient()).isTrue();
                assertThat(e).hasNoCause();
                assertThat(e.getMessage()).doesNotContain("claire", "mail=");
            });
        }
    }

    @Test
    void a_directory_that_was_restarted_is_asked_again() throws Exception {
        int port = freePort();
        InMemoryDirectoryServer first = server(port);
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", port)) {
            assertThat(directory.byMail(ADDRESS)).isPresent();
            first.shutDown(true);
            assertFails(directory, e -> assertThat(e.isTransient()).isTrue());
            InMemoryDirectoryServer second = server(port);
            assertThat(directory.byMail(ADDRESS)).isPresent();
            second.shutDown(true);
        }
    }

    @Test
    void a_mute_directory_is_given_up_after_two_seconds() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                LdapDirectory directory = new LdapDirectory("127.0.0.1", mute.getLocalPort())) {
            Instant start = Instant.now();
            assertFails(directory, e -> assertThat(e.isTransient()).isTrue());
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(3_500));
        }
    }

    @Test
    void a_directory_without_our_branch_is_a_lasting_fault() throws Exception {
        InMemoryDirectoryServer server = new InMemoryDirectoryServer("o=other");
        server.startListening();
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", server.getListenPort())) {
            assertFails(directory, e -> assertThat(e.isTransient()).isFalse());
        } finally {
            server.shutDown(true);
        }
    }

    @Test
    void an_answer_that_is_cut_at_the_limit_is_an_answer() throws Exception {
        InMemoryDirectoryServer server = server(0);
        addMailbox(server, "claire.martin2@exemple.mssante.test");
        try (LdapDirectory directory = new LdapDirectory("127.0.0.1", server.getListenPort())) {
            assertThat(directory.search("claire", 1)).hasSize(1);
        } finally {
            server.shutDown(true);
        }
    }
}
