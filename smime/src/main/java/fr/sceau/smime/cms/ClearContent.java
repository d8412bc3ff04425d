package fr.sceau.smime.cms;

import fr.sceau.smime.RawMessage;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.SourceStream;
import fr.sceau.smime.mime.TwoParts.Extent;
import java.io.FilterInputStream;
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
    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int b = left > 0 ? in.read() : -1;
            left -= b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, left);
            int read = wanted > 0 ? in.read(bytes, offset, wanted) : length == 0 ? 0 : -1;
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = in.skip(Math.min(bytes, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
