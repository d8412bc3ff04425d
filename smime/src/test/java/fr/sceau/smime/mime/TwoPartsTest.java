package fr.sceau.smime.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoPartsTest {
    private final ByteArrayOutputStream first = new ByteArrayOutputStream();
    private final ByteArrayOutputStream second = new ByteArrayOutputStream();

    private boolean split(String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return TwoParts.split(new BufferedInputStream(new ByteArrayInputStream(bytes)), "b", first, second);
    }

    @Test
    void parts_come_without_the_line_end_of_the_delimiter() throws Exception {
        assertThat(split("preamble\r\n--b\r\nun\r\n\r\n--b \t\r\ndeux\r\n--b--\r\nepilogue"))
                .isTrue();
        assertThat(first).hasToString("un\r\n");
        assertThat(second).hasToString("deux");
    }

    @Test
    void bytes_are_kept_whatever_they_are() throws Exception {
        String odd =
                "\n\r\r\n -- b\n-b\n\r\n--a\r\n\u00e9\0" + "x".repeat(20_000) + "\r\r\n\n" + "y".repeat(8191) + "\r\n";
        assertThat(split("--b\r\n" + odd + "\r\n--b\n" + odd + "\n--b--")).isTrue();
        assertThat(first.toString(StandardCharsets.ISO_8859_1)).isEqualTo(odd);
        assertThat(second.toString(StandardCharsets.ISO_8859_1)).isEqualTo(odd);
    }

    @Test
    void line_ends_at_the_edge_of_the_buffer_are_kept() throws Exception {
        for (int length = 8185; length < 8200; length++) {
            first.reset();
            String line = "x".repeat(length);
            assertThat(split("--b\r\n" + line + "\r\n" + line + "\r\n--b\r\n\r\n--b--"))
                    .isTrue();
            assertThat(first).hasToString(line + "\r\n" + line);
        }
    }

    @Test
    void empty_parts_are_parts() throws Exception {
        assertThat(split("--b\r\n--b\r\n--b--")).isTrue();
        assertThat(first).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--b",
                "--b--\r\n",
                "--b\r\nun\r\n--b--\r\n",
                "--b\r\nun\r\n--b\r\ndeux\r\n",
                "--b\r\nun\r\n--b\r\ndeux\r\n--b-",
                "--b\r\nun\r\n--b\r\ndeux\r\n--b\r\ntrois\r\n--b--\r\n",
                "--b\r\nun\r\n--bc\r\nx\r\n--b\r\ndeux\r\n--b--\r\n"
            })
    void anything_but_two_whole_parts_is_refused(String body) throws Exception {
        assertThat(split(body)).isFalse();
    }
}
