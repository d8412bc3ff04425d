package fr.sceau.smime.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenSSL as authority and responder: it reads our questions and we read its answers. */
class OpenSslResponderTest {
    private static final List<String> NEW_KEY =
            List.of("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout");

    private final Path folder;
    private final FetchedAnswers answers;

    OpenSslResponderTest(@TempDir Path folder) {
        this.folder = folder;
        this.answers = new FetchedAnswers(folder.resolve("ocsp"));
    }

    @BeforeEach
    void authority() throws Exception {
        assumeTrue(isThere(), "SKIPPED: no `openssl` on PATH, so nothing is proven against it");
        openssl("req", "-x509", "-out", "ca.pem", "-subj", "/C=FR/CN=AC", "-days", "30", NEW_KEY, "ca.key");
        issue("leaf", "01", "keyUsage=digitalSignature");
        issue("responder", "02", "extendedKeyUsage=OCSPSigning\nnoCheck=ignored");
        issue("holder", "03", "keyUsage=digitalSignature");
    }

    private void issue(String name, String serial, String extensions) throws Exception {
        Files.writeString(folder.resolve("extensions"), extensions);
        openssl("req", "-out", name + ".csr", "-subj", "/C=FR/CN=" + name, NEW_KEY, name + ".key");
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-set_serial",
                serial,
                "-days",
                "10",
                "-extfile",
                "extensions",
                "-out",
                name + ".pem");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private void openssl(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        for (Object argument : arguments) {
            if (argument instanceof List<?> several) {
                several.forEach(one -> command.add(one.toString()));
            } else {
                command.add(argument.toString());
            }
        }
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new AssertionError(command + "\n" + Files.readString(log));
        }
    }

    private X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** @param register a line of OpenSSL's list of certificates */
    private SourceOutcome ask(String register, String signer) throws Exception {
        OcspQuestion question = new OcspQuestion(certificate("leaf"), certificate("ca"));
        Files.write(folder.resolve("question"), question.encoded());
        Files.writeString(folder.resolve("index.txt"), register);
        openssl(
                "ocsp",
                "-index",
                "index.txt",
                "-CA",
                "ca.pem",
                "-rsigner",
                signer + ".pem",
                "-rkey",
                signer + ".key",
                "-reqin",
                "question",
                "-respout",
                "answer",
                "-ndays",
                "1");
        return answers.offer(question, Files.readAllBytes(folder.resolve("answer")), Instant.now());
    }

    private boolean isRevoked() throws Exception {
        return answers.of(certificate("leaf"), certificate("ca")).orElseThrow().revokes(Instant.now());
    }

    @Test
    void answers_of_the_authority_and_of_whom_it_named_are_read() throws Exception {
        String good = "V\t491231235959Z\t\t01\tunknown\t/C=FR/CN=leaf\n";
        assertThat(ask(good, "ca")).isEqualTo(SourceOutcome.STORED);
        assertThat(isRevoked()).isFalse();
        String revoked = "R\t491231235959Z\t200101000000Z,keyCompromise\t01\tunknown\t/C=FR/CN=leaf\n";
        assertThat(ask(revoked, "responder")).isEqualTo(SourceOutcome.STORED);
        assertThat(isRevoked()).isTrue();
    }

    @Test
    void others_are_not() throws Exception {
        String other = "V\t491231235959Z\t\t77\tunknown\t/C=FR/CN=leaf\n";
        assertThat(ask(other, "ca")).isEqualTo(SourceOutcome.CERTIFICATE_UNKNOWN);
        String good = "V\t491231235959Z\t\t01\tunknown\t/C=FR/CN=leaf\n";
        assertThat(ask(good, "holder")).isEqualTo(SourceOutcome.UNAUTHORISED_SIGNER);
        assertThat(answers.of(certificate("leaf"), certificate("ca"))).isEmpty();
    }
}
