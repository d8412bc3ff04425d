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
        int end = offset + length;
        for (int i = Octets.indexOf((byte) '\n', bytes, offset, end);
                i < end;
                i = Octets.indexOf((byte) '\n', bytes, i + 1, end)) {
            if ((i > offset ? bytes[i - 1] : last) != '\r') {
                out.write(bytes, start, i - start);
                out.write('\r');
                start = i;
            }
        }
        out.write(bytes, start, end - start);
        last = length > 0 ? bytes[end - 1] : last;
    }
}
