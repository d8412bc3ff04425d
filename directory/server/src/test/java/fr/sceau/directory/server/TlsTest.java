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
import java.net.InetAddress;
import java.nio.file.Path;
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

    private static DirectoryFixture directory;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        TestFiles.write(folder.resolve("learned").resolve("remises.tsv"), """
                address\tsuccess\tfailure\tcode\tclosed\tfailing\tformats
                vive@autre.mssante.test\t2026-10-29T09:00:00Z\t\t\t0\t0\t
                fermee@autre.mssante.test\t\t2026-10-29T09:00:00Z\t5.1.1\t2\t0\t
                """);
        directory = TlsWorld.start(folder, Limits.USUAL);
    }

    @AfterAll
    static void stop() {
        directory.close();
    }

    private static LDAPConnection clear(int entrance) throws LDAPException {
        return new LDAPConnection("127.0.0.1", directory.port(entrance));
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
        try (LDAPConnection client = TlsWorld.connect(directory)) {
            assertServed(client);
            SSLSession session = client.getSSLSession();
            assertThat(session.getPeerCertificates()).startsWith(TlsWorld.certificate(directory.folder));
            assertThat(session.getProtocol()).isEqualTo("TLSv1.3");
            assertThat(client.getRootDSE().supportsExtendedOperation(StartTLSExtendedRequest.STARTTLS_REQUEST_OID))
                    .isFalse();
        }
    }

    @Test
    void nothing_is_told_in_clear_before_start_tls_but_that_it_is_offered() throws Exception {
        try (LDAPConnection client = clear(TlsWorld.START_TLS)) {
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
        try (LDAPConnection here = clear(TlsWorld.LOCAL);
                LDAPConnection elsewhere = TlsWorld.connect(directory)) {
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
        try (LDAPConnection client = clear(TlsWorld.LOCAL)) {
            assertServed(client);
            assertThat(upgrade(client).getResultCode()).isEqualTo(ResultCode.SUCCESS);
            assertServed(client);
            assertThatThrownBy(() -> client.processExtendedOperation(StartTLSExtendedRequest.STARTTLS_REQUEST_OID))
                    .isInstanceOfSatisfying(LDAPException.class, refused -> assertThat(refused.getResultCode())
                            .isEqualTo(ResultCode.OPERATIONS_ERROR));
            assertServed(client);
        }
    }

    @Test
    void old_versions_of_tls_are_not_spoken() throws Exception {
        try (SSLSocket socket = (SSLSocket) new SSLUtil(new TrustAllTrustManager())
                .createSSLContext()
                .getSocketFactory()
                .createSocket("127.0.0.1", directory.port(TlsWorld.LDAPS))) {
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
