package fr.sceau.directory.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.ldap.Limits.Rate;
import fr.sceau.directory.server.ldap.Tls;
import java.nio.file.Path;
import java.time.Duration;
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
        try (DirectoryFixture directory = TlsWorld.start(folder, FIVE)) {
            try (LDAPConnection first = TlsWorld.connect(directory);
                    LDAPConnection second = TlsWorld.connect(directory)) {
                assertThat(answered(first)).isEqualTo(5);
                assertThat(answered(second)).isZero();
            }
            assertThat(answered(directory.connection)).isEqualTo(20);
        }
    }

    @Test
    void a_key_file_with_another_password_is_refused() throws Exception {
        Path file = folder.resolve("tls/server.p12");
        TestCertificates.server(file, PASSWORD);
        assertThatThrownBy(() -> Tls.of(file, "another".toCharArray())).isInstanceOf(java.io.IOException.class);
    }
}
