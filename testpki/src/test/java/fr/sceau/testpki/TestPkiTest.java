package fr.sceau.testpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestPkiTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final TestPki PKI = TestPki.generate(NOW, KeySizes.quick());
    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    private final Path folder;

    TestPkiTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Person claire() {
        return PKI.person("899700218896", "MARTIN", "Claire");
    }

    @Test
    void expired_certificate_is_expired_and_the_good_one_is_not() throws Exception {
        Person expired = claire().validBetween(NOW.minus(Duration.ofDays(90)), NOW.minus(Duration.ofDays(1)));
        X509Certificate bad = expired.signature().certificate();
        assertThatThrownBy(() -> bad.checkValidity(Date.from(NOW))).isInstanceOf(CertificateExpiredException.class);
        claire().signature().certificate().checkValidity(Date.from(NOW));
    }

    @Test
    void revoked_certificate_is_on_the_list_of_its_authority_only() throws Exception {
        Issued doctor = claire().signature();
        Issued other = claire().signature();
        PKI.revoke(doctor.certificate());
        Map<String, byte[]> lists = PKI.crls(NOW);
        assertThat(lists).hasSize(6);
        X509CRL cards = read(lists.get("ACI-FO-PP-TEST.crl"));
        cards.verify(doctor.chain().get(1).getPublicKey());
        assertThat(cards.isRevoked(doctor.certificate())).isTrue();
        assertThat(cards.isRevoked(other.certificate())).isFalse();
        assertThat(cards.getNextUpdate()).isAfter(Date.from(NOW.plus(Duration.ofDays(7))));
        assertThat(read(lists.get("ACI-ST-PP-TEST.crl")).getRevokedCertificates())
                .isNull();
    }

    @Test
    void rogue_authorities_bear_the_same_names_under_other_keys() {
        TestPki rogue = PKI.rogue();
        for (int i = 0; i < 3; i++) {
            X509Certificate ours = PKI.anchors().get(i);
            X509Certificate theirs = rogue.anchors().get(i);
            assertThat(theirs.getSubjectX500Principal()).isEqualTo(ours.getSubjectX500Principal());
            assertThat(theirs.getPublicKey()).isNotEqualTo(ours.getPublicKey());
        }
    }

    @Test
    void loaded_infrastructure_keeps_its_keys_and_revocations() throws Exception {
        Issued doctor = claire().signature();
        PKI.revoke(doctor.certificate());
        PKI.save(folder, PASSWORD);
        TestPki loaded = TestPki.load(folder, PASSWORD, InstantSource.fixed(NOW), KeySizes.quick());
        assertThat(loaded.anchors()).isEqualTo(PKI.anchors());
        assertThat(loaded.intermediates()).isEqualTo(PKI.intermediates());
        X509CRL list = read(loaded.crls(NOW.plusSeconds(1)).get("ACI-FO-PP-TEST.crl"));
        assertThat(list.isRevoked(doctor.certificate())).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("authorities.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void wrong_password_does_not_open_the_authorities() throws Exception {
        PKI.save(folder, PASSWORD);
        char[] wrong = "another".toCharArray();
        assertThatThrownBy(() -> TestPki.load(folder, wrong, InstantSource.fixed(NOW), KeySizes.quick()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void private_key_never_shows_in_text() {
        Issued doctor = claire().signature();
        assertThat(doctor.toString()).doesNotContain("rivate").contains("MARTIN");
    }

    @Test
    void trust_folder_holds_anchors_issuing_authorities_and_lists() throws Exception {
        PKI.writeTrust(folder, NOW);
        assertThat(names("anchors")).containsExactly("ACR-EL-TEST.cer", "ACR-FO-TEST.cer", "ACR-ST-TEST.cer");
        assertThat(names("intermediates"))
                .containsExactly("ACI-EL-ORG-TEST.cer", "ACI-FO-PP-TEST.cer", "ACI-ST-PP-TEST.cer");
        assertThat(names("crl")).hasSize(6).allMatch(name -> name.endsWith("-TEST.crl"));
    }

    private List<String> names(String kind) throws Exception {
        try (var files = Files.list(folder.resolve(kind))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static X509CRL read(byte @Nullable [] der) throws Exception {
        return (X509CRL) factory().generateCRL(new ByteArrayInputStream(Objects.requireNonNull(der)));
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
