package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import fr.sceau.directory.server.ldap.Entrance;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.ldap.Limits.Rate;
import fr.sceau.directory.server.ldap.Tls;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks from elsewhere does so under TLS (RFC 4511 4.14, RFC 4513 3), and not without end. */
final class TlsTest {
    private static final String BASE = "o=annuaire-sante";
    private static final String ZOE = "(mail=zoe.dartagnan@autre.mssante.test)";
    private static final int LOCAL = 0;
    private static final int START_TLS = 1;
    private static final int LDAPS = 2;
    private static final int AT_ONCE = 60;
    private static final int CONNECTIONS = 20;
    private static final Limits LIMITS =
            new Limits(100, 1_000, 5_000, Duration.ofSeconds(2), 2, CONNECTIONS, new Rate(AT_ONCE, 1_000_000, 10));

    private static Certificate ours;
    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        char[] password = "only here".toCharArray();
        ours = TestCertificates.server(folder.resolve("tls/server.p12"), password);
        Tls tls = Tls.of(folder.resolve("tls/server.p12"), password);
        SampleWorld.write(folder);
        TestFiles.write(folder.resolve("learned").resolve("remises.tsv"), """
                address\tsuccess\tfailure\tcode\tclosed\tfailing\tformats
                vive@autre.mssante.test\t2026-10-29T09:00:00Z\t\t\t0\t0\t
                fermee@autre.mssante.test\t\t2026-10-29T09:00:00Z\t5.1.1\t2\t0\t
                """);
        directory = new DirectoryFixture(folder, LIMITS, entrances(tls));
    }

    private static List<Entrance> entrances(Tls tls) {
        InetAddress here = InetAddress.getLoopbackAddress();
        return List.of(
                Entrance.local(0, Optional.of(tls)), Entrance.startTls(here, 0, tls), Entrance.tls(here, 0, tls));
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private static LDAPConnection clear(int entrance) throws LDAPException {
        return new LDAPConnection("127.0.0.1", directory.port(entrance));
    }

    private static LDAPConnection tls() throws Exception {
        return new LDAPConnection(
                new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory(), "127.0.0.1", directory.port(LDAPS));
    }

    private static ExtendedResult upgrade(LDAPConnection client) throws Exception {
        SSLContext context = new SSLUtil(new TrustAllTrustManager()).createSSLContext();
        return client.processExtendedOperation(new StartTLSExtendedRequest(context));
    }

    private static void assertServed(LDAPConnection client) throws Exception {
        assertThat(client.search(BASE, SearchScope.SUB, ZOE).getEntryCount()).isEqualTo(1);
    }

    private static void assertRefused(ResultCode code, LDAPConnection client) {
        assertThatThrownBy(() -> client.search(BASE, SearchScope.SUB, ZOE))
                .isInstanceOfSatisfying(LDAPSearchException.class, refused -> {
                    assertThat(refused.getResultCode()).isEqualTo(code);
                    assertThat(refused.getEntryCount()).isZero();
                });
    }

    @Test
    void tls_from_the_first_octet_shows_our_certificate_and_serves() throws Exception {
        try (LDAPConnection client = tls()) {
            assertServed(client);
            SSLSession session = client.getSSLSession();
            assertThat(session.getPeerCertificates()).startsWith(ours);
            assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
            assertThat(client.getRootDSE().supportsExtendedOperation(StartTLSExtendedRequest.STARTTLS_REQUEST_OID))
                    .isFalse();
        }
    }

    @Test
    void nothing_is_told_in_clear_before_start_tls_but_that_it_is_offered() throws Exception {
        try (LDAPConnection client = clear(START_TLS)) {
            assertThat(client.getRootDSE().supportsExtendedOperation(StartTLSExtendedRequest.STARTTLS_REQUEST_OID))
                    .isTrue();
            assertRefused(ResultCode.CONFIDENTIALITY_REQUIRED, client);
            assertThatThrownBy(() -> client.bind(new SimpleBindRequest()))
                    .isInstanceOfSatisfying(LDAPException.class, refused -> assertThat(refused.getResultCode())
                            .isEqualTo(ResultCode.CONFIDENTIALITY_REQUIRED));
            assertThat(upgrade(client).getResultCode()).isEqualTo(ResultCode.SUCCESS);
            assertThat(client.bind(new SimpleBindRequest()).getResultCode()).isEqualTo(ResultCode.SUCCESS);
            assertServed(client);
        }
    }

    /** Whom a house writes to is its own affair. */
    @Test
    void who_asks_from_elsewhere_learns_of_closed_mailboxes_only() throws Exception {
        String deliveries = "(asBoite=*)";
        try (LDAPConnection here = clear(LOCAL);
                LDAPConnection elsewhere = tls()) {
            assertThat(here.search(BASE, SearchScope.SUB, deliveries).getEntryCount())
                    .isEqualTo(2);
            assertThat(elsewhere.search(BASE, SearchScope.SUB, deliveries).getSearchEntries())
                    .extracting(entry -> entry.getAttributeValue("asBoite"))
                    .containsExactly("fermee@autre.mssante.test");
            String alive = "asBoite=vive@autre.mssante.test,ou=remises," + BASE;
            assertThat(here.getEntry(alive)).isNotNull();
            assertThat(elsewhere.getEntry(alive)).isNull();
        }
    }

    @Test
    void programs_of_this_machine_may_speak_in_clear_or_upgrade_once() throws Exception {
        try (LDAPConnection client = clear(LOCAL)) {
            assertServed(client);
            assertThat(upgrade(client).getResultCode()).isEqualTo(ResultCode.SUCCESS);
            assertServed(client);
            assertThatThrownBy(() -> client.processExtendedOperation(StartTLSExtendedRequest.STARTTLS_REQUEST_OID))
                    .isInstanceOfSatisfying(LDAPException.class, refused -> assertThat(refused.getResultCode())
                            .isEqualTo(ResultCode.OPERATIONS_ERROR));
            assertServed(client);
        }
    }

    /** What somebody in between puts behind the request must not pass for what was said under TLS. */
    @Test
    void what_follows_start_tls_in_clear_is_not_answered() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", directory.port(START_TLS))) {
            byte[] both = concatenated(startTls(), NestedFilter.request(BASE, NestedFilter.AND, 1));
            socket.getOutputStream().write(both);
            socket.setSoTimeout(5_000);
            assertThat(socket.getInputStream().read()).isEqualTo(0x30);
            int length = socket.getInputStream().read();
            socket.getInputStream().readNBytes(length);
            try (SSLSocket tls = (SSLSocket) new SSLUtil(new TrustAllTrustManager())
                    .createSSLSocketFactory()
                    .createSocket(socket, "127.0.0.1", directory.port(START_TLS), true)) {
                tls.startHandshake();
                tls.setSoTimeout(300);
                assertThatThrownBy(() -> tls.getInputStream().read())
                        .isInstanceOf(java.net.SocketTimeoutException.class);
            }
        }
    }

    private static byte[] startTls() {
        byte[] name = StartTLSExtendedRequest.STARTTLS_REQUEST_OID.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] head = {
            0x30, (byte) (name.length + 7), 2, 1, 1, 0x77, (byte) (name.length + 2), (byte) 0x80, (byte) name.length
        };
        return concatenated(head, name);
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Test
    void who_never_begins_to_speak_tls_keeps_nobody_out() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * CONNECTIONS; i++) {
                silent.add(new Socket("127.0.0.1", directory.port(LDAPS)));
            }
            try (LDAPConnection client = tls()) {
                assertServed(client);
            }
            assertServed(directory.connection);
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void old_versions_of_tls_are_not_spoken() throws Exception {
        try (SSLSocket socket = (SSLSocket) new SSLUtil(new TrustAllTrustManager())
                .createSSLContext()
                .getSocketFactory()
                .createSocket("127.0.0.1", directory.port(LDAPS))) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void in_clear_there_is_no_entrance_for_others() throws Exception {
        InetAddress elsewhere = InetAddress.getByName("192.0.2.1");
        assertThatThrownBy(() -> new Entrance(elsewhere, 0, Entrance.Kind.LOCAL, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
