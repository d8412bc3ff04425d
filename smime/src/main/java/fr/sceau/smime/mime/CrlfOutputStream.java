package fr.sceau.smime.mime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Turns each bare LF into CRLF, the canonical line end of MIME. RFC 8551 3.1.1 */
public final class CrlfOutputStream extends FilterOutputStream {
    private int last = -1;

    public CrlfOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\n' && last != '\r') {
            out.write('\r');
        }
        out.write(b);
        last = b;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n' && last != '\r') {
                out.write(bytes, start, i - start);
                out.write('\r');
                start = i;
            }
            last = bytes[i];
        }
        out.write(bytes, start, offset + length - start);
    }
}
