package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import fr.sceau.directory.server.ldap.Entrance;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.ldap.Limits.Rate;
import fr.sceau.directory.server.ldap.Tls;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks without end from elsewhere is told to wait, on whatever connection; programs of this machine are not. */
final class RateLimitTest {
    private static final char[] PASSWORD = "only here".toCharArray();
    private static final Limits FIVE = new Limits(100, 1_000, 5_000, Duration.ofSeconds(2), 2, 20, new Rate(5, 0, 10));

    private final Path folder;

    RateLimitTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static int answered(LDAPConnection client) {
        int answered = 0;
        try {
            for (int i = 0; i < 20; i++) {
                client.search("o=annuaire-sante", SearchScope.BASE, "(objectClass=*)");
                answered++;
            }
        } catch (LDAPException e) {
            assertThat(e.getResultCode()).isEqualTo(ResultCode.BUSY);
        }
        return answered;
    }

    @Test
    void the_sixth_search_of_an_address_is_too_much() throws Exception {
        TestCertificates.server(folder.resolve("tls/server.p12"), PASSWORD);
        Tls tls = Tls.of(folder.resolve("tls/server.p12"), PASSWORD);
        SampleWorld.write(folder);
        List<Entrance> entrances =
                List.of(Entrance.local(0, Optional.empty()), Entrance.tls(InetAddress.getLoopbackAddress(), 0, tls));
        try (DirectoryFixture directory = new DirectoryFixture(folder, FIVE, entrances)) {
            try (LDAPConnection first = elsewhere(directory);
                    LDAPConnection second = elsewhere(directory)) {
                assertThat(answered(first)).isEqualTo(5);
                assertThat(answered(second)).isZero();
            }
            assertThat(answered(directory.connection)).isEqualTo(20);
        }
    }

    private static LDAPConnection elsewhere(DirectoryFixture directory) throws Exception {
        return new LDAPConnection(
                new SSLUtil(new TrustAllTrustManager()).createSSLSocketFactory(), "127.0.0.1", directory.port(1));
    }

    @Test
    void a_key_file_with_another_password_is_refused() throws Exception {
        Path file = folder.resolve("tls/server.p12");
        TestCertificates.server(file, PASSWORD);
        assertThatThrownBy(() -> Tls.of(file, "another".toCharArray())).isInstanceOf(java.io.IOException.class);
    }
}
