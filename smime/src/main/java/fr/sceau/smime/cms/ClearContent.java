package fr.sceau.smime.cms;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.TwoParts.Extent;
import java.io.IOException;
import java.io.InputStream;

/** The first part of a {@code multipart/signed}, read from where it stands in the message. */
record ClearContent(RawMessage outer, Extent extent) implements RawMessage {
    @Override
    public InputStream open() throws IOException {
        InputStream in = SourceStream.open(outer);
        Header.read(in);
        in.skipNBytes(extent.start());
        return new Bounded(in, extent.length());
    }

    @Override
    public long size() {
        return extent.length();
    }

    /** Ends where the part ends. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private long left;

        Bounded(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
