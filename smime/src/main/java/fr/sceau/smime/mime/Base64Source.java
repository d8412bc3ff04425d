package fr.sceau.smime.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Decodes base64 in large pieces: the platform's stream, which goes octet by octet, takes most of the time of opening a
 * message. It still decodes the end, from the first padding on, so that what is refused stays the same. RFC 2045 6.8
 */
final class Base64Source extends InputStream {
    private static final int PIECE = 1 << 14;
    private static final int GROUP = 4;
    /** 1 for what is a digit; all else is passed over. */
    private static final byte[] IS_DIGIT = new byte[256];

    static {
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
                .chars()
                .forEach(digit -> IS_DIGIT[digit] = 1);
    }

    private final InputStream in;
    private final byte[] raw = new byte[PIECE];
    private final byte[] digits = new byte[PIECE + GROUP];
    private int pending;
    private ByteBuffer decoded = ByteBuffer.allocate(0);
    private @Nullable InputStream end;

    Base64Source(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!decoded.hasRemaining() && end == null) {
            fill();
        }
        if (!decoded.hasRemaining() && end != null) {
            return end.read(bytes, offset, length);
        }
        int count = Math.min(length, decoded.remaining());
        decoded.get(bytes, offset, count);
        return count;
    }

    private void fill() throws IOException {
        int read = Math.max(0, in.read(raw));
        int stop = take(read);
        int whole = pending / GROUP * GROUP;
        decoded = Base64.getDecoder().decode(ByteBuffer.wrap(digits, 0, whole));
        pending -= whole;
        System.arraycopy(digits, whole, digits, 0, pending);
        if (stop < read || read == 0) {
            end = Base64.getMimeDecoder()
                    .wrap(new SequenceInputStream(
                            new ByteArrayInputStream(digits, 0, pending),
                            new SequenceInputStream(new ByteArrayInputStream(raw, stop, read - stop), in)));
        }
    }

    /** Keeps the digits up to padding, and says where that is. */
    private int take(int read) {
        int count = pending;
        int at = 0;
        for (; at < read && raw[at] != '='; at++) {
            digits[count] = raw[at];
            count += IS_DIGIT[raw[at] & 0xff];
        }
        pending = count;
        return at;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
