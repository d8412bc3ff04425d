package fr.sceau.smime.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/** Keeps the first bytes written to it and says whether there were more. */
public final class BoundedBuffer extends OutputStream {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final int max;
    private boolean overflowed;

    public BoundedBuffer(int max) {
        this.max = max;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int room = Math.min(length, max - kept.size());
        kept.write(bytes, offset, room);
        overflowed |= room < length;
    }

    public boolean overflowed() {
        return overflowed;
    }

    public byte[] toByteArray() {
        return kept.toByteArray();
    }

    public InputStream toInput() {
        return new ByteArrayInputStream(kept.toByteArray());
    }
}
