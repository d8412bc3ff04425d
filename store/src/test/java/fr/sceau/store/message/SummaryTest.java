package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.content.OctetSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SummaryTest {
    private static final Path SAMPLES = Path.of(System.getProperty("sceau.root", ""), "../shared/samples/smime")
            .normalize();

    static Stream<String> messages() {
        return new GeneratedMessages(new Random(42)).some(400);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_summary_says_what_james_would_find_by_parsing(String message) throws Exception {
        assertSameAsJames(message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_same_for_real_messages() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "sample messages are absent: ../shared/samples/smime");
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            List<Path> mails =
                    files.filter(file -> file.toString().endsWith(".eml")).toList();
            assertThat(mails).isNotEmpty();
            for (Path mail : mails) {
                assertSameAsJames(crlf(Files.readAllBytes(mail)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void what_is_written_is_read_again(String message) throws IOException {
        Summary summary = Summary.of(OctetSource.of(message.getBytes(StandardCharsets.UTF_8)));
        Summary read = Summary.read(summary.write());
        assertThat(read.envelope()).isEqualTo(summary.envelope());
        assertThat(read.structure()).isEqualTo(summary.structure());
        assertThat(read.properties()).isEqualTo(summary.properties());
    }

    @Test
    void properties_of_another_are_kept() throws IOException {
        PropertyBuilder other = new PropertyBuilder();
        other.setMediaType("text");
        other.setContentLanguage(List.of("fr", "de"));
        other.setTextualLineCount(3L);
        Summary summary = Summary.of(OctetSource.of("A: 1\r\n\r\nb".getBytes(StandardCharsets.US_ASCII)))
                .with(other.build());
        assertThat(Summary.read(summary.write()).properties()).isEqualTo(other.build());
    }

    @Test
    void what_is_too_deep_or_too_much_has_a_plain_summary() throws IOException {
        String deep = "MIME-Version: 1.0\r\n";
        for (int i = 0; i < 100; i++) {
            deep += "Content-Type: message/rfc822\r\n\r\nSubject: niveau " + i + "\r\n";
        }
        assertPlain(deep + "\r\nfin");
        String parts = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\nx\r\n".repeat(5000) + "--b--";
        assertPlain(parts);
        assertPlain("Subject: " + "long ".repeat(300_000) + "\r\n\r\nx");
        assertPlain("A: 1\r\n".repeat(20_000) + "\r\nx");
    }

    @Test
    void anything_at_all_has_a_summary() throws IOException {
        Random random = new Random(7);
        List<String> messages = messages().toList();
        for (int i = 0; i < 2000; i++) {
            byte[] octets = messages.get(i % messages.size()).getBytes(StandardCharsets.UTF_8);
            for (int hit = 0; hit < 20; hit++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            Summary summary = Summary.of(OctetSource.of(octets));
            assertThat(Summary.read(summary.write()).structure()).isEqualTo(summary.structure());
        }
    }

    private static void assertPlain(String message) throws IOException {
        byte[] octets = message.getBytes(StandardCharsets.US_ASCII);
        Summary summary = Summary.of(OctetSource.of(octets));
        assertThat(summary.structure()).isEqualTo(Part.opaque(octets.length));
        assertThat(summary.write().length).isLessThan(600_000);
    }

    private static void assertSameAsJames(byte[] octets) throws Exception {
        Summary summary = Summary.read(Summary.of(OctetSource.of(octets)).write());
        assertThat(JamesView.words(summary.structure())).isEqualTo(JamesView.structure(octets));
        assertThat(JamesView.words(summary.envelope())).isEqualTo(JamesView.envelope(octets, header(octets)));
    }

    private static int header(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    }

    private static byte[] crlf(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1)
                .replaceAll("\r?\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
