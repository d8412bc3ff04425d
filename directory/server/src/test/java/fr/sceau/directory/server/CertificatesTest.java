package fr.sceau.directory.server;

import static fr.sceau.directory.server.DirectoryFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResult;
import fr.sceau.testpki.Garbled;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which certificates are published for whom. */
final class CertificatesTest {
    private static final String CLAIRE = "claire.martin@exemple.mssante.test";
    private static final Duration DAY = Duration.ofDays(1);
    private static final X509Certificate NAMED =
            TestCertificates.encryption(Optional.of(CLAIRE), NOW.minus(DAY), NOW.plus(DAY));

    private final Path folder;

    CertificatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void publish(String name, byte[] content) throws Exception {
        Path certificates = Files.createDirectories(folder.resolve("own/certificates"));
        Files.write(certificates.resolve(name), content);
    }

    private void publish(String name, X509Certificate certificate) throws Exception {
        publish(name, certificate.getEncoded());
    }

    @Test
    void a_certificate_that_is_valid_now_is_given_to_thunderbird_under_the_name_it_asks_for() throws Exception {
        publish(CLAIRE + ".chiffrement.cer", NAMED);
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            SearchResult result = directory.search(
                    "o=annuaire-sante", Filter.createEqualityFilter("mail", CLAIRE), "usercertificate;binary");
            assertThat(result.getSearchEntries()).singleElement().satisfies(entry -> {
                assertThat(entry.getAttributes()).hasSize(1);
                assertThat(entry.getAttributeValueBytes("userCertificate;binary"))
                        .isEqualTo(NAMED.getEncoded());
            });
            assertThat(directory.client.byMail(CLAIRE).orElseThrow().certificates())
                    .containsExactly(NAMED);
        }
    }

    @Test
    void expired_future_and_signature_certificates_and_those_of_others_are_not_published() throws Exception {
        publish(
                CLAIRE + "-old.cer",
                TestCertificates.encryption(Optional.of(CLAIRE), NOW.minus(DAY).minus(DAY), NOW.minus(DAY)));
        publish(
                CLAIRE + "-next.cer",
                TestCertificates.encryption(
                        Optional.of(CLAIRE), NOW.plus(DAY), NOW.plus(DAY).plus(DAY)));
        publish(
                CLAIRE + "-sign.cer",
                TestCertificates.certificate(
                        Optional.of(CLAIRE),
                        KeyUsage.digitalSignature | KeyUsage.nonRepudiation,
                        NOW.minus(DAY),
                        NOW.plus(DAY)));
        publish(
                CLAIRE + "-other.cer",
                TestCertificates.encryption(Optional.of("paul@exemple.mssante.test"), NOW.minus(DAY), NOW.plus(DAY)));
        publish(CLAIRE + "-garbled.cer", Garbled.certificate());
        publish(CLAIRE + "-junk.cer", "no certificate".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            assertThat(directory.client.byMail(CLAIRE).orElseThrow().certificates())
                    .isEmpty();
            assertThat(folder.resolve("quarantine/certificates.tsv"))
                    .content()
                    .contains("-junk.cer", "-garbled.cer", "-sign.cer")
                    .doesNotContain("-old.cer");
        }
    }

    @Test
    void the_newest_certificate_comes_first() throws Exception {
        X509Certificate newer =
                TestCertificates.encryption(Optional.empty(), NOW.minus(Duration.ofHours(1)), NOW.plus(DAY));
        publish(CLAIRE + ".cer", NAMED);
        publish(CLAIRE + ".2.cer", newer);
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            assertThat(directory.client.byMail(CLAIRE).orElseThrow().certificates())
                    .containsExactly(newer, NAMED);
        }
    }

    @Test
    void the_certificate_of_a_longer_domain_is_not_taken_for_ours() throws Exception {
        X509Certificate unnamed = TestCertificates.encryption(Optional.empty(), NOW.minus(DAY), NOW.plus(DAY));
        publish(CLAIRE + ".org.cer", unnamed);
        publish(CLAIRE + "-hopital.fr.cer", unnamed);
        try (DirectoryFixture directory = SampleWorld.start(folder)) {
            assertThat(directory.client.byMail(CLAIRE).orElseThrow().certificates())
                    .isEmpty();
        }
    }
}
