package fr.sceau.directory.server.certificates;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A {@link Binding} as text: {@code address}, {@code person} or {@code structure}, {@code bound}, {@code sha256}, certificate. */
final class BindingFile {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'}); // RFC 7468 2
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";

    private BindingFile() {}

    static String text(Binding binding) {
        StringBuilder text = new StringBuilder(line("address", binding.address()));
        binding.holder().person().ifPresent(person -> text.append(line("person", person)));
        binding.holder().structures().forEach(structure -> text.append(line("structure", structure)));
        text.append(line("bound", binding.bound().toString()));
        text.append(
                line("how", "by the operator: the certificate names the holder whom the registry gives the mailbox"));
        text.append(line("sha256", binding.fingerprint()));
        return text + BEGIN + encoded(binding.certificate()) + "\n-----END CERTIFICATE-----\n";
    }

    static String line(String word, String value) {
        return word + ": " + value + "\n";
    }

    /** Nothing where anything of it is not as we wrote it: it is better bound anew. */
    static Optional<Binding> read(Path file) throws IOException {
        try {
            byte[] octets = Files.readAllBytes(file);
            Map<String, String> words = words(new String(octets, StandardCharsets.UTF_8));
            X509Certificate certificate = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(octets));
            Binding binding = new Binding(
                    required(words, "address"), holder(words), certificate, Instant.parse(required(words, "bound")));
            return Optional.of(binding).filter(read -> read.fingerprint().equals(words.get("sha256")));
        } catch (CertificateException | RuntimeException broken) { // the decoder throws what it does not declare
            return Optional.empty();
        }
    }

    /** The lines before the certificate. */
    static Map<String, String> words(String text) {
        Map<String, String> words = new HashMap<>();
        text.lines()
                .takeWhile(line -> !line.startsWith("-----"))
                .map(line -> line.split(": ", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> words.put(parts[0], parts[1]));
        return words;
    }

    private static Holder holder(Map<String, String> words) {
        return words.containsKey("person")
                ? Holder.person(required(words, "person"))
                : Holder.structure(required(words, "structure"));
    }

    private static String required(Map<String, String> words, String word) {
        return Optional.ofNullable(words.get(word)).orElseThrow(() -> new IllegalArgumentException("no " + word));
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return LINES.encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }
}
