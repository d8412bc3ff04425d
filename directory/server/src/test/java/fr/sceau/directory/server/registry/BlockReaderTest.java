package fr.sceau.directory.server.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BlockReaderTest {
    /** Lines of all lengths, so that blocks end inside some of them, and between the octets of a character. */
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void all_lines_are_read_whole_and_counted(String charset) throws Exception {
        Random random = new Random(3);
        List<String> lines = new ArrayList<>(List.of("Identité"));
        for (int i = 0; i < 4_000; i++) {
            lines.add("é".repeat(random.nextInt(i % 500 == 0 ? 30_000 : 400)) + i);
        }
        String text = String.join("\r\n", lines) + "\n";
        assertThat(read(text.getBytes(Charset.forName(charset)))).isEqualTo(lines);
    }

    @Test
    void line_that_nothing_ends_is_a_line() throws Exception {
        assertThat(read("a\n\nb".getBytes(StandardCharsets.UTF_8))).containsExactly("a", "", "b");
        assertThat(read(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {70_000, 300_000})
    void line_that_is_too_long_is_refused(int length) {
        byte[] octets = ("a\n" + "x".repeat(length) + "\nb\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read(octets))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining("longer than");
    }

    private static List<String> read(byte[] octets) throws Exception {
        List<String> lines = new ArrayList<>();
        try (BlockReader reader = new BlockReader(new ByteArrayInputStream(octets))) {
            long size = 0;
            for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                for (int i = 0; i < block.get().lines(); i++) {
                    assertThat(block.get().number(i)).isEqualTo(lines.size() + 1);
                    lines.add(block.get().line(i));
                }
                size += block.get().size();
            }
            assertThat(size).isEqualTo(octets.length);
            assertThat(reader.lastLineEnded()).isEqualTo(octets.length == 0 || octets[octets.length - 1] == '\n');
        }
        return lines;
    }
}
