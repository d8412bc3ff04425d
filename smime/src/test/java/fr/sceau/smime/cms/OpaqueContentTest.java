package fr.sceau.smime.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.smime.RawMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;

class OpaqueContentTest {
    private static final String ENTITY = "Content-Type: text/plain\r\n\r\ncorps\r\n";

    /** A message that counts how often it is open. */
    private static final class Counted implements RawMessage {
        private final byte[] content;
        private int open;

        Counted(String content) {
            this.content = content.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public InputStream open() {
            open++;
            return new ByteArrayInputStream(content) {
                @Override
                public void close() throws IOException {
                    super.close();
                    open--;
                }
            };
        }

        @Override
        public long size() {
            return content.length;
        }
    }

    private static String mail(byte[] object) {
        return "Content-Type: application/pkcs7-mime; smime-type=signed-data\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(object);
    }

    private static byte[] object() throws Exception {
        byte[] content = ENTITY.getBytes(StandardCharsets.US_ASCII);
        return new CMSSignedDataGenerator()
                .generate(new CMSProcessableByteArray(content), true)
                .getEncoded();
    }

    @Test
    void content_is_read_again_and_the_source_is_closed_after_it() throws Exception {
        Counted source = new Counted(mail(object()));
        OpaqueContent content = new OpaqueContent(source, source.size());
        try (InputStream in = content.open()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII)).isEqualTo(ENTITY);
        }
        assertThat(content.size()).isEqualTo(ENTITY.length());
        assertThat(source.open).isZero();
    }

    @Test
    void what_cannot_be_read_again_fails_and_leaves_nothing_open() {
        Counted source = new Counted(mail(new byte[] {0x30, 0x03, 0x02, 0x01, 0x01}));
        OpaqueContent content = new OpaqueContent(source, source.size());
        assertThatThrownBy(content::open).isInstanceOf(IOException.class);
        assertThat(source.open).isZero();
    }
}
