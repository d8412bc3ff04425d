package fr.sceau.smime.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SevenBitEntityTest {
    private static String written(String entity) throws Exception {
        InputStream in = new ByteArrayInputStream(entity.getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SevenBitEntity.write(Header.read(in), in, new CrlfOutputStream(out));
        String text = out.toString(StandardCharsets.ISO_8859_1);
        assertThat(safe(text)).as(text).isTrue();
        return text;
    }

    private static boolean safe(String text) {
        RelayCheck check = new RelayCheck();
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        check.write(bytes, 0, bytes.length);
        return check.safe();
    }

    private static String decoded(String entity) throws Exception {
        InputStream in = new ByteArrayInputStream(entity.getBytes(StandardCharsets.ISO_8859_1));
        Header header = Header.read(in);
        return new String(
                TransferEncoding.decode(header, in).orElseThrow().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void what_relays_change_is_seen() {
        assertThat(safe("a\r\nb")).isTrue();
        assertThat(safe("\u00e9")).isFalse();
        assertThat(safe("\0")).isFalse();
        assertThat(safe("a\rb")).isFalse();
        assertThat(safe("a\r")).isFalse();
        assertThat(safe("x".repeat(998) + "\r\n")).isTrue();
        assertThat(safe("x".repeat(999) + "\r\n")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"text/plain,8bit", "application/pdf,8bit", "application/pdf,binary", "text/xml,binary", "image/png,7bit"
    })
    void a_part_reads_as_before(String type, String encoding) throws Exception {
        String body = "Glyc\u00e9mie = 1,02 \t\r\n.\r\nFrom la\r\n" + "\u00e9 ".repeat(9000) + "\r\nfin\t";
        String written =
                written("Content-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + body);
        assertThat(decoded(written)).isEqualTo(body);
    }

    @Test
    void binary_content_keeps_every_byte() throws Exception {
        String body = "\n\r\0\n\u00ff\r\r\n\n";
        assertThat(decoded(written("Content-Type: x/y\r\nContent-Transfer-Encoding: binary\r\n\r\n" + body)))
                .isEqualTo(body);
    }

    @Test
    void only_parts_that_need_it_are_encoded_and_the_structure_stays() throws Exception {
        String signed = "Content-Type: multipart/signed; boundary=s; protocol=\"application/pkcs7-signature\"\r\n\r\n"
                + "--s\r\n\r\nsign\u00e9\r\n--s\r\n\r\nx\r\n--s--\r\n";
        String encoded = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n";
        String entity =
                "Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: 8bit\r\n\r\npr\r\n--b\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n\u00c3\u00a9\r\n--b\r\n" + encoded
                        + "\r\n--b\r\n"
                        + "Content-Type: message/rfc822\r\n\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=bb\r\n\r\n"
                        + "--bb\r\n\r\n\u00e0\r\n--bb\r\n\r\n--bb--\r\n--b--\r\nepi\r\n";
        assertThat(written(entity))
                .isEqualTo(
                        "Content-Type: multipart/mixed; boundary=b\r\nContent-Transfer-Encoding: 7bit\r\n\r\npr\r\n--b\r\n"
                                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                                + "=C3=A9\r\n--b\r\n" + encoded + "\r\n--b\r\n"
                                + "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 7bit\r\n\r\nSubject: x\r\n"
                                + "Content-Type: multipart/mixed; boundary=bb\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
                                + "--bb\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=E0\r\n--bb\r\n"
                                + "Content-Transfer-Encoding: quoted-printable\r\n\r\n--bb--\r\n--b--\r\nepi\r\n");
        assertThat(keptWithin(signed)).contains(signed);
    }

    private static String keptWithin(String part) throws Exception {
        String entity = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + "\r\n--b--\r\n";
        InputStream in = new ByteArrayInputStream(entity.getBytes(StandardCharsets.ISO_8859_1));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SevenBitEntity.write(Header.read(in), in, out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
