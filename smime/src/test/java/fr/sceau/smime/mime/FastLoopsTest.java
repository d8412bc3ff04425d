package fr.sceau.smime.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Loops that take octets eight at a time or by the piece do what the plain ones do, on thousands of odd inputs. */
class FastLoopsTest {
    private static final int ROUNDS = 20_000;

    private final Random random = new Random(20261122);

    private byte[] bytes(String alphabet, int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return bytes;
    }

    @Test
    void base64_decodes_and_fails_as_the_platform_decodes_it() {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] text = odd();
            assertThat(outcome(new Base64Source(new ByteArrayInputStream(text))))
                    .as(new String(text, StandardCharsets.ISO_8859_1))
                    .isEqualTo(outcome(Base64.getMimeDecoder().wrap(new ByteArrayInputStream(text))));
        }
    }

    /** Whole, cut, padded in the middle, with line ends and other octets anywhere. */
    private byte[] odd() {
        byte[] content = new byte[random.nextInt(random.nextInt(20) == 0 ? 60_000 : 40)];
        random.nextBytes(content);
        String text = Base64.getMimeEncoder().encodeToString(content);
        text = text.substring(0, text.length() - (random.nextBoolean() ? 0 : random.nextInt(text.length() + 1)));
        int at = random.nextInt(text.length() + 1);
        String inside = new String(bytes("=A\r\n \u00e9-=", 4), StandardCharsets.ISO_8859_1);
        return (text.substring(0, at) + inside + text.substring(at)).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What was read, in steps of odd length, and whether it ended by an exception. */
    private static String outcome(InputStream in) {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] step = new byte[1013];
        try {
            for (int count = in.read(step); count >= 0; count = in.read(step)) {
                read.write(step, 0, count);
            }
        } catch (IOException refused) {
            return "refused";
        }
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void base64_is_written_as_the_platform_writes_it() throws IOException {
        for (int i = 0; i < ROUNDS / 10; i++) {
            byte[] content = new byte[random.nextInt(random.nextInt(20) == 0 ? 60_000 : 300)];
            random.nextBytes(content);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            OutputStream base64 = Base64Lines.into(written);
            for (int at = 0; at < content.length; ) {
                int step = Math.min(content.length - at, 1 + random.nextInt(9000));
                base64.write(content, at, step);
                at += step;
            }
            base64.close();
            base64.close();
            assertThat(written.toByteArray()).isEqualTo(Base64.getMimeEncoder().encode(content));
        }
    }

    @Test
    void line_ends_are_made_canonical_as_octet_by_octet() throws IOException {
        for (int i = 0; i < ROUNDS; i++) {
            byte[] text = bytes("abcdefgh\u000b\t\r\n\n", 60);
            int cut = random.nextInt(text.length + 1);
            ByteArrayOutputStream plain = new ByteArrayOutputStream();
            CrlfOutputStream one = new CrlfOutputStream(plain);
            for (byte b : text) {
                one.write(b);
            }
            ByteArrayOutputStream fast = new ByteArrayOutputStream();
            CrlfOutputStream other = new CrlfOutputStream(fast);
            other.write(text, 0, cut);
            other.write(text, cut, text.length - cut);
            assertThat(fast.toByteArray()).isEqualTo(plain.toByteArray());
        }
    }

    @Test
    void what_relays_carry_is_found_as_octet_by_octet() {
        String mostly = "abcdefghijklmnop".repeat(40);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] text = random.nextInt(10) == 0
                    ? ("\r\n" + "x".repeat(990 + random.nextInt(12)) + "\r\n").getBytes(StandardCharsets.US_ASCII)
                    : new String(bytes(mostly + "\t\u001f \u007f\r\n\0\u0080\u00e9", 80), StandardCharsets.ISO_8859_1)
                            .replace("\n", "\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1);
            int cut = random.nextInt(text.length + 1);
            RelayCheck one = new RelayCheck();
            for (byte b : text) {
                one.write(b);
            }
            RelayCheck other = new RelayCheck();
            other.write(text, 0, cut);
            other.write(text, cut, text.length - cut);
            assertThat(other.safe()).isEqualTo(one.safe());
        }
    }
}
