package fr.sceau.smime.mime;

import java.io.OutputStream;

/** Looks at content as it passes: would every relay carry it unchanged? RFC 5321 4.5.3.1.6, RFC 8551 3.1.3 */
public final class RelayCheck extends OutputStream {
    private static final int MAX_LINE = 998;

    private int length;
    private int last = -1;
    private boolean safe = true;

    @Override
    public void write(int b) {
        byte octet = (byte) b;
        safe &= octet > 0; // neither NUL nor the eighth bit
        safe &= last != '\r' || octet == '\n';
        length = octet == '\n' ? 0 : length + (octet == '\r' ? 0 : 1);
        safe &= length <= MAX_LINE;
        last = octet;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int i = offset;
        while (i < end && safe) {
            int ordinary = last == '\r' ? 0 : Octets.ordinary(bytes, i, end);
            if (ordinary > 0) {
                length += ordinary;
                safe = length <= MAX_LINE;
                i += ordinary;
                last = bytes[i - 1];
            } else if (last != '\r' && i + 1 < end && bytes[i] == '\r' && bytes[i + 1] == '\n') {
                length = 0;
                i += 2;
                last = '\n';
            } else {
                write(bytes[i++]);
            }
        }
    }

    /** Of all that was written. */
    public boolean safe() {
        return safe && last != '\r';
    }
}
