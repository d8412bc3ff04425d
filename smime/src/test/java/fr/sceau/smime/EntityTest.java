package fr.sceau.smime;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message whose header is exchanged: its body is that of before, from the first byte to the last. */
class EntityTest {
    private static final Header OTHER = new Header(List.of(HeaderField.of("Subject", "autre")), true);

    /** What stands in a temporary file. */
    private static final class Held implements RawMessage, Closeable {
        private final byte[] bytes = "A: b\r\n\r\nc".getBytes(StandardCharsets.US_ASCII);
        private boolean closed;

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\r\n", "a\r\n\r\nb\r\n", "\u00e9\u0000"})
    void body_stays_under_another_header(String body) throws Exception {
        for (String end : List.of("\r\n", "\n")) {
            Entity entity = Entity.of(Mails.of("A: b" + end + "C:" + end + " d" + end + end + body));
            assertThat(entity.header().fields()).hasSize(2);
            RawMessage message = entity.under(OTHER);
            assertThat(Mails.text(message)).isEqualTo("Subject: autre\r\n\r\n" + body);
            assertThat(message.size()).isEqualTo(18 + body.length());
        }
    }

    @Test
    void header_without_a_body_has_an_empty_one() throws Exception {
        RawMessage message = Entity.of(Mails.of("A: b\r\n")).under(OTHER);
        assertThat(Mails.text(message)).isEqualTo("Subject: autre\r\n\r\n");
        assertThat(message.size()).isEqualTo(18);
    }

    @Test
    void closing_it_gives_up_what_it_was_made_of() throws Exception {
        Held held = new Held();
        RawMessage message = Entity.of(held).under(OTHER);
        assertThat(held.closed).isFalse();
        ((Closeable) message).close();
        assertThat(held.closed).isTrue();
        ((Closeable) Entity.of(Mails.of("A: b\r\n\r\nc")).under(OTHER)).close();
    }

    @Test
    void message_in_a_file_is_read_as_often_as_needed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("mail.eml"), "A: b\r\n\r\nc");
        RawMessage message = RawMessage.of(file);
        assertThat(message.size()).isEqualTo(9);
        assertThat(Mails.text(message)).isEqualTo("A: b\r\n\r\nc");
        assertThat(Mails.text(Entity.of(message).under(OTHER))).isEqualTo("Subject: autre\r\n\r\nc");
    }
}
