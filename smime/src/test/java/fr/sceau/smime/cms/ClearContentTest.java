package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.TwoParts.Extent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClearContentTest {
    private final ClearContent part = new ClearContent(
            RawMessage.of("A: b\r\n\r\n0123\u00e956789".getBytes(StandardCharsets.ISO_8859_1)), new Extent(2, 5));

    @Test
    void part_is_read_from_its_start_to_its_end() throws Exception {
        try (InputStream in = part.open()) {
            assertThat(in.readAllBytes()).isEqualTo("23\u00e956".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(in.read(new byte[0])).isZero();
            assertThat(in.read()).isEqualTo(-1);
        }
        assertThat(part.size()).isEqualTo(5);
    }

    @Test
    void single_bytes_and_steps_do_not_leave_it() throws Exception {
        try (InputStream in = part.open()) {
            assertThat(in.read()).isEqualTo('2');
            assertThat(in.skip(1)).isEqualTo(1);
            assertThat(in.read()).isEqualTo(0xe9);
            assertThat(in.skip(100)).isEqualTo(2);
            assertThat(in.read()).isEqualTo(-1);
        }
    }
}
