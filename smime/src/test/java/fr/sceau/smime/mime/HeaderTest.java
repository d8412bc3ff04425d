package fr.sceau.smime.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Header header(String text) throws Exception {
        return Header.read(stream(text));
    }

    @Test
    void fields_keep_their_bytes_and_the_stream_stands_at_the_body() throws Exception {
        String fields = "A: 1\r\nSubject: =?x\r\n\tsuite\r\n  \r\nB : \u00e9\n";
        InputStream in = stream(fields + "\r\ncorps");
        Header header = Header.read(in);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header.writeTo(out);
        assertThat(out.toString(StandardCharsets.ISO_8859_1)).isEqualTo(fields);
        assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo("corps");
        assertThat(header.value("subject")).contains("=?x\tsuite");
        assertThat(header.value("b")).contains("\u00e9");
        assertThat(header.wellFormed()).isTrue();
    }

    @Test
    void header_without_body_ends_its_last_line_when_written() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        header("A: 1").writeTo(out);
        assertThat(out).hasToString("A: 1\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From x Sat\r\n",
                "pas un champ\r\n",
                " suite sans debut\r\n",
                "A: x\ry\r\n",
                "A: \0\r\n",
                "é: 1\r\n"
            })
    void unclear_header_is_not_well_formed(String line) throws Exception {
        assertThat(header(line + "From: a@b.test\r\n\r\n").wellFormed()).isFalse();
    }

    @Test
    void endless_header_is_not_well_formed_and_not_read_on() throws Exception {
        assertThat(header("A: " + "x".repeat(3 << 20)).wellFormed()).isFalse();
        assertThat(header("A: x\r\n".repeat(1 << 19)).wellFormed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a@b.test|a@b.test",
                "A.B+c@B.test|a.b+c@b.test",
                "<a@b.test>|a@b.test",
                "Dr A <a@b.test>|a@b.test",
                "\"A, <x@y.test>\" <a@b.test>|a@b.test",
                "(c, <x@y.test> (d)) A <a@b.test> (e)|a@b.test",
                "=?utf-8?q?x=40y?= <a@b.test>|a@b.test"
            })
    void one_address_is_found(String value, String address) throws Exception {
        assertThat(FromAddress.of(header("From: " + value + "\r\n\r\n"))).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "@b.test",
                "a@",
                "a@b@c.test",
                "a@b.test, c@d.test",
                "<a@b.test> <c@d.test>",
                "<a@b.test> c@d.test",
                "c@d.test <a@b.test",
                "groupe: a@b.test;",
                "<@r.test:a@b.test>",
                "\"a b\"@b.test",
                "<a b@b.test>",
                "\"A <a@b.test>",
                "<a@b.test>, "
            })
    void anything_but_one_address_is_refused(String value) throws Exception {
        assertThat(FromAddress.of(header("From: " + value + "\r\n\r\n"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a\\nb,a\\r\\nb", "a\\r\\nb,a\\r\\nb", "\\n\\n,\\r\\n\\r\\n", "\\r\\r\\n,\\r\\r\\n", "a\\rb,a\\rb"})
    void bare_line_feeds_become_crlf(String from, String to) throws Exception {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayOutputStream single = new ByteArrayOutputStream();
        byte[] bytes = from.translateEscapes().getBytes(StandardCharsets.US_ASCII);
        new CrlfOutputStream(whole).write(bytes, 0, bytes.length);
        CrlfOutputStream byByte = new CrlfOutputStream(single);
        for (byte b : bytes) {
            byByte.write(b);
        }
        assertThat(whole).hasToString(to.translateEscapes());
        assertThat(single).hasToString(to.translateEscapes());
    }

    @Test
    void what_comes_out_of_a_damaged_cipher_is_not_printable() throws Exception {
        assertThat(header("Subject: r\u00e9sultat\r\n\tsuite\r\n\r\n").printable())
                .isTrue();
        assertThat(header("Subject: \u00c3\u0080\r\n\r\n").printable()).isTrue();
        assertThat(header("Subject: \u00e9\u0080\r\n\r\n").printable()).isFalse();
        assertThat(header("Subject: a\u0003\r\n\r\n").printable()).isFalse();
    }

    @Test
    void a_field_in_windows_1252_is_printed_in_utf_8_and_a_control_character_as_a_question_mark() throws Exception {
        assertThat(header("Subject: 1\u009c\u00e9\r\n\t2\u0003\u0081\r\nX: \u00c3\u0080\u000b\r\nY: \u00e9\r\n\r\n")
                        .inPrint()
                        .fields())
                .extracting(HeaderField::raw)
                .containsExactly(
                        "Subject: 1\u00c5\u0093\u00c3\u00a9\r\n\t2??\r\n", "X: \u00c3\u0080?\r\n", "Y: \u00e9\r\n");
        assertThat(header("Subject: \u0081\u0092\u007f\r\n\r\n").inPrint().printable())
                .isTrue();
    }
}
