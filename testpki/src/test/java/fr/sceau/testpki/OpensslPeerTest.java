package fr.sceau.testpki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL, which shares no code with us, accepts what we make. */
final class OpensslPeerTest {
    private static final Instant NOW = Instant.now();
    private static final TestPki PKI = TestPki.generate(NOW, KeySizes.quick());

    private final Path folder;

    OpensslPeerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void openssl_is_installed() {
        boolean present;
        try {
            present = new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            present = false;
        }
        assumeTrue(present, "SKIPPED: openssl is not on the PATH, so no peer checks the TEST certificates");
    }

    @Test
    void every_profile_verifies_up_to_its_root_with_lists() throws Exception {
        Person claire = PKI.person("899700218896", "MARTIN", "Claire").mail("claire@exemple.test");
        Organisation lab = PKI.organisation(Workplace.of("339172288100045", "LABORATOIRE D'ESSAI"), "laboratoire");
        assertThat(verify(claire.signature(), "smimesign")).contains("leaf.pem: OK");
        assertThat(verify(claire.software().signature(), "smimesign")).contains("leaf.pem: OK");
        assertThat(verify(claire.encryption(), "smimeencrypt")).contains("leaf.pem: OK");
        assertThat(verify(lab.signature(), "smimesign")).contains("leaf.pem: OK");
        assertThat(verify(lab.encryption(), "smimeencrypt")).contains("leaf.pem: OK");
        assertThat(verify(lab.tls(List.of("localhost")), "sslserver")).contains("leaf.pem: OK");
        assertThat(verify(claire.authentication(), "sslclient")).contains("leaf.pem: OK");
    }

    @Test
    void revoked_and_rogue_certificates_are_refused() throws Exception {
        Issued revoked = PKI.person("899700218896", "MARTIN", "Claire").signature();
        PKI.revoke(revoked.certificate());
        assertThat(verify(revoked, "smimesign")).contains("certificate revoked");
        Issued rogue = PKI.rogue().person("899700218896", "MARTIN", "Claire").signature();
        assertThat(verify(rogue, "smimesign")).contains("verification failed");
    }

    @Test
    void key_file_opens_with_its_password() throws Exception {
        Path file = folder.resolve("doctor.p12");
        Issued doctor =
                PKI.person("899700218896", "MARTIN", "Claire").software().signature();
        Pkcs12File.write(file, "pass-word".toCharArray(), Map.of("signature", doctor));
        String shown = run("openssl", "pkcs12", "-in", file.toString(), "-passin", "pass:pass-word", "-noenc");
        assertThat(shown).contains("BEGIN PRIVATE KEY").contains("friendlyName: signature");
    }

    private String verify(Issued issued, String purpose) throws Exception {
        Path roots = pem("roots.pem", PKI.anchors());
        Path issuing = pem("issuing.pem", PKI.intermediates());
        Path leaf = pem("leaf.pem", List.of(issued.certificate()));
        Path lists = lists();
        return run(
                "openssl",
                "verify",
                "-x509_strict",
                "-crl_check_all",
                "-purpose",
                purpose,
                "-CAfile",
                roots.toString(),
                "-CRLfile",
                lists.toString(),
                "-untrusted",
                issuing.toString(),
                leaf.toString());
    }

    private Path pem(String name, Collection<X509Certificate> certificates) throws Exception {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append(block("CERTIFICATE", encoded(certificate)));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Path lists() throws IOException, CRLException {
        return Files.writeString(
                folder.resolve("lists.pem"),
                PKI.crls(NOW).values().stream()
                        .map(der -> block("X509 CRL", der))
                        .collect(Collectors.joining()));
    }

    private static byte[] encoded(X509Certificate certificate) throws CertificateEncodingException {
        return certificate.getEncoded();
    }

    private static String block(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
