package fr.sceau.smime.cms;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A place for plaintext: one that cannot be written to is an outage, and no finding about the mail. */
final class OutageSink extends OutputStream {
    private final OutputStream out;

    OutageSink(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
