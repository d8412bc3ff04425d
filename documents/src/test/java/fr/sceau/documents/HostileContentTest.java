package fr.sceau.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HostileContentTest {
    private static final String HPRIM = "****LAB****\r\nRES|A|B|N|1\r\n****FIN****\r\n****FINFICHIER****\r\n";

    private static RecognisedDocument attached(String name, byte[] content) throws IOException {
        return Mail.withText("Bonjour").attach(name, content).onlyDocument();
    }

    @Test
    void external_entity_is_refused_and_its_file_never_read(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE ClinicalDocument [<!ENTITY x SYSTEM \"" + secret.toUri()
                + "\">]><ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>&x;</title></ClinicalDocument>";
        RecognisedDocument document = attached("cda.xml", Mail.bytes(xml));
        assertThat(document.type()).isEqualTo(DocumentType.OTHER);
        assertThat(document.flags()).containsExactly(Flags.DOCTYPE);
        assertThat(document.title()).isEmpty();
    }

    @Test
    void billion_laughs_are_refused_at_the_doctype() throws IOException {
        StringBuilder xml = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        RecognisedDocument document = attached("a.xml", Mail.bytes(xml + "]><l>&l29;</l>"));
        assertThat(document.flags()).containsExactly(Flags.DOCTYPE);
    }

    @Test
    void deep_xml_is_cut_at_the_limit() throws IOException {
        RecognisedDocument document = attached("deep.xml", Mail.bytes("<a>".repeat(100_000)));
        assertThat(document.flags()).containsExactly(Flags.TOO_DEEP);
    }

    @Test
    void truncated_cda_keeps_its_level_and_says_it_is_damaged() throws IOException {
        String xml = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><component><structuredBody><component>";
        RecognisedDocument document = attached("cda.xml", Mail.bytes(xml));
        assertThat(document.type()).isEqualTo(DocumentType.CDA_N3);
        assertThat(document.flags()).containsExactly(Flags.MALFORMED);
    }

    @Test
    void truncated_base64_is_flagged_and_its_neighbour_still_recognised() throws IOException {
        String cut =
                "Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQ";
        List<RecognisedDocument> documents = Mail.withText("x")
                .part(cut)
                .attach("b.hpr", Mail.bytes(HPRIM))
                .recognised()
                .documents();
        assertThat(documents)
                .extracting(RecognisedDocument::type)
                .containsExactly(DocumentType.PDF, DocumentType.HPRIM_MEDECIN);
        assertThat(documents.get(0).flags()).contains(Flags.DAMAGED_ENCODING);
    }

    @Test
    void attachment_after_a_hostile_one_is_still_recognised() throws IOException {
        Recognition found = Mail.withText("x")
                .attach("deep.xml", Mail.bytes("<a>".repeat(10_000)))
                .attach("b.hpr", Mail.bytes(HPRIM))
                .recognised();
        assertThat(found.keywords()).containsExactly("HPRIM");
        assertThat(found.documents().get(1).part()).isEqualTo("3");
    }

    @Test
    void messages_nested_without_end_are_cut() throws IOException {
        StringBuilder raw = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            raw.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        Recognition found = Mail.recognise(Mail.head() + raw);
        assertThat(found.main().orElseThrow().flags()).containsExactly(Flags.TOO_DEEP);
    }

    @Test
    void endless_header_line_is_flagged() throws IOException {
        Recognition found = Mail.recognise("Subject: " + "x".repeat(5_000_000) + "\r\n\r\nBonjour");
        assertThat(found.main().orElseThrow().flags()).containsExactly(Flags.MALFORMED);
    }

    @Test
    void too_long_an_attachment_is_cut_by_the_clock() throws IOException {
        Limits impatient = new Limits(20, 500, 1 << 20, 256, 500, 1 << 20, 100, 1 << 20, 50_000, Duration.ZERO);
        byte[] raw =
                Mail.withText("x").attach("a.xml", Mail.bytes("<a/>")).raw().getBytes(StandardCharsets.UTF_8);
        Recognition found = new Recogniser(impatient).recognise(new ByteArrayInputStream(raw));
        assertThat(found.main().orElseThrow().flags()).containsExactly(Flags.TOO_LARGE);
    }

    @Test
    void failure_of_the_source_is_the_only_exception() {
        byte[] half = Mail.withText("x")
                .attach("a.xml", Mail.bytes("<a>" + "b".repeat(9999)))
                .raw()
                .substring(0, 3000)
                .getBytes(StandardCharsets.UTF_8);
        InputStream source = new SequenceInputStream(new ByteArrayInputStream(half), new FailingInput());
        assertThatThrownBy(() -> new Recogniser().recognise(source))
                .isInstanceOf(IOException.class)
                .hasMessage("disk gone");
    }

    @Test
    void random_bytes_never_throw() throws IOException {
        Random random = new Random(7);
        byte[] good = Mail.withText("x")
                .attach("a.zip", Mail.zip("a.xml", Mail.bytes("<a/>")))
                .attach("b.hpr", Mail.bytes(HPRIM))
                .raw()
                .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2000; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j < 8; j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(new Recogniser().recognise(new ByteArrayInputStream(bad)).documents())
                    .isNotNull();
        }
    }

    private static final class FailingInput extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("disk gone");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }
}
