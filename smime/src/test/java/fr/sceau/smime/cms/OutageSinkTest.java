package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class OutageSinkTest {
    @Test
    void bytes_pass() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutageSink sink = new OutageSink(out);
        sink.write(1);
        sink.write(new byte[] {0, 2, 3, 0}, 1, 2);
        assertThat(out.toByteArray()).containsExactly(1, 2, 3);
    }

    @Test
    void target_that_fails_is_told_from_content_that_is_damaged() {
        OutageSink sink = new OutageSink(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        });
        assertThatThrownBy(() -> sink.write(1)).isInstanceOf(UncheckedIOException.class);
    }
}
