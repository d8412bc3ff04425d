package fr.sceau.smime;

import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.Pieces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;

/**
 * A message or MIME entity, cut behind its header.
 *
 * @param start where the body begins
 */
record Entity(RawMessage whole, Header header, long start) {
    static Entity of(RawMessage whole) throws IOException {
        try (Counting in = new Counting(Pieces.from(whole.open()))) {
            Header header = Header.read(in);
            return new Entity(whole, header, in.count);
        }
    }

    /** The same body under another header. Closing what comes out gives up the whole. */
    RawMessage under(Header other) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        other.writeTo(bytes);
        bytes.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        return new Reheaded(bytes.toByteArray(), this);
    }

    private static final class Reheaded implements RawMessage, Closeable {
        private final byte[] head;
        private final Entity entity;

        Reheaded(byte[] head, Entity entity) {
            this.head = head;
            this.entity = entity;
        }

        @Override
        public InputStream open() throws IOException {
            InputStream body = Pieces.from(entity.whole.open());
            body.skipNBytes(entity.start);
            return new SequenceInputStream(new ByteArrayInputStream(head), body);
        }

        @Override
        public long size() throws IOException {
            return head.length + entity.whole.size() - entity.start;
        }

        @Override
        public void close() throws IOException {
            if (entity.whole instanceof Closeable held) {
                held.close();
            }
        }
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
