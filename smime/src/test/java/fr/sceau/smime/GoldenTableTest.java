package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.smime.trust.CertificatePurpose;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.PathOutcome;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sets of mail that others published, against {@code golden/samples.txt}: one line for each file with its layers and its
 * verdict. Each set is judged under its own authorities, so that no line hides behind "authority unknown". The table was
 * read line by line against the texts of the sets; a change of a line is a change of what people are told.
 */
class GoldenTableTest {
    private static final String TABLE = "/golden/samples.txt";

    private final Path empty;

    GoldenTableTest(@TempDir Path empty) {
        this.empty = empty;
        assumeTrue(Files.isDirectory(SampleSet.ROOT), "SKIPPED: sample mail is absent: " + SampleSet.ROOT);
    }

    private PathValidator paths(List<X509Certificate> anchors) {
        return new PathValidator(TrustAnchors.of(anchors, List.of()), new CrlCache(empty), false);
    }

    private String line(SampleSet set, String file, RawMessage message, X509Certificate... anchors) throws IOException {
        MessageVerifier verifier = new MessageVerifier(paths(List.of(anchors)), World::match);
        Layers layers = verifier.layers(message, List.of(), World.NOW);
        return set.name() + "/" + file + " | " + layers.code() + " | "
                + layers.verdict().code();
    }

    private List<String> rfc4134() throws Exception {
        SampleSet set = SampleSet.folder("rfc4134");
        X509Certificate[] carl = {set.certificate("CarlRSASelf.cer"), set.certificate("CarlDSSSelf.cer")};
        List<String> lines = new ArrayList<>();
        for (String file : set.ending(".bin")) {
            lines.add(line(set, file, set.object(file), carl));
        }
        for (String file : set.ending(".eml")) {
            lines.add(line(set, file, set.mail(file), carl));
        }
        return lines;
    }

    private List<String> lamps() throws Exception {
        SampleSet set = SampleSet.folder("lamps-protected-headers");
        X509Certificate authority = set.certificate("sample-ca.pem");
        List<String> lines = new ArrayList<>();
        for (String file : Stream.of(".eml", ".inner")
                .flatMap(end -> set.ending(end).stream())
                .toList()) {
            lines.add(line(set, file, set.mail(file), authority));
        }
        return lines;
    }

    private List<String> james() throws Exception {
        SampleSet set = SampleSet.archive("james");
        X509Certificate authority = set.certificate("rootCA.crt");
        List<String> lines = new ArrayList<>();
        for (String file : set.ending(".eml")) {
            lines.add(line(set, file, set.mail(file), authority));
        }
        return lines;
    }

    /** Certificates only: under both authorities that sign themselves. */
    private List<String> rfc9216() throws Exception {
        SampleSet set = SampleSet.archive("rfc9216");
        List<X509Certificate> anchors = new ArrayList<>();
        for (String file : set.ending(".selfsigned.pem")) {
            anchors.add(set.certificate(file));
        }
        List<String> lines = new ArrayList<>();
        for (String file : set.ending(".pem")) {
            X509Certificate certificate = set.certificate(file);
            PathOutcome outcome = paths(anchors).validate(certificate, List.of(), World.NOW);
            lines.add(set.name() + "/" + file + " | " + purposes(certificate) + " | " + word(outcome));
        }
        return lines;
    }

    private static String purposes(X509Certificate certificate) {
        String key = certificate.getPublicKey().getAlgorithm().toLowerCase(Locale.ROOT);
        return key
                + (CertificatePurpose.signsMail(certificate) ? " signs" : "")
                + (CertificatePurpose.receivesMail(certificate) ? " receives" : "");
    }

    private static String word(PathOutcome outcome) {
        return outcome instanceof PathOutcome.Refused refused
                ? refused.doubt().name().toLowerCase(Locale.ROOT).replace('_', '-')
                : outcome instanceof PathOutcome.Valid ? "valid" : "revocation-unknown";
    }

    private static List<String> table() throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenTableTest.class.getResourceAsStream(TABLE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void published_mail_has_the_layers_and_verdicts_of_the_table() throws Exception {
        List<String> found = new ArrayList<>();
        for (List<String> set : List.of(rfc4134(), rfc9216(), lamps(), james())) {
            found.addAll(set);
        }
        assertThat(String.join("\n", found)).isEqualTo(String.join("\n", table()));
    }
}
