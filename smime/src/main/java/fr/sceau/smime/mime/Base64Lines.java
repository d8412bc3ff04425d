package fr.sceau.smime.mime;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Base64 in lines of 76. RFC 2045 6.8 */
public final class Base64Lines {
    private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private Base64Lines() {}

    /** Without a last line end. */
    public static String of(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }

    /** Encodes what is written; closing it ends the base64 and leaves {@code out} open. */
    public static OutputStream into(OutputStream out) {
        return Base64.getMimeEncoder(76, CRLF).wrap(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
    }
}
