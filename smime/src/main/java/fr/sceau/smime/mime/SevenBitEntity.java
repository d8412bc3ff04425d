package fr.sceau.smime.mime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Writes an entity so that every relay carries it unchanged: parts in 8 bits or in binary become quoted-printable or
 * base64. RFC 8551 3.1.3. Parts that are encoded already, and everything inside another signature or encryption, keep
 * their bytes.
 */
public final class SevenBitEntity {
    private static final Set<String> ENCODED = Set.of("base64", "quoted-printable");
    private static final Set<String> SEALED = Set.of("multipart/signed", "multipart/encrypted");
    private static final int MAX_DEPTH = 32;
    private static final byte[] NONE = {};

    private final LineChunks lines;
    private final OutputStream out;
    private final Deque<String> delimiters = new ArrayDeque<>();
    private byte[] pendingLineEnd = NONE;
    private boolean atDelimiter;

    private SevenBitEntity(InputStream body, OutputStream out) {
        this.lines = new LineChunks(body);
        this.out = out;
    }

    /** Header, empty line and body; lines end in CRLF where {@code out} makes them so. */
    public static void write(Header header, InputStream body, OutputStream out) throws IOException {
        new SevenBitEntity(body, out).entity(header, 0);
    }

    private void entity(Header header, int depth) throws IOException {
        ContentType type = ContentType.of(header);
        String boundary = type.parameter("boundary").orElse("");
        String encoding = TransferEncoding.of(header);
        boolean sealed = type.isSmime() || SEALED.contains(type.mediaType()) || depth > MAX_DEPTH;
        if (sealed || ENCODED.contains(encoding)) {
            head(header);
            copy(verbatim(out));
        } else if (type.mediaType().startsWith("multipart/") && !boundary.isEmpty()) {
            head(encoded(header, "7bit"));
            multipart("--" + boundary, depth);
        } else if (type.mediaType().equals("message/rfc822")) {
            head(encoded(header, "7bit"));
            entity(partHeader(), depth + 1);
        } else if (type.mediaType().startsWith("text/") && !encoding.equals("binary")) {
            head(encoded(header, "quoted-printable"));
            copy(new Quoted(new QuotedPrintableLines(out)));
        } else {
            head(encoded(header, "base64"));
            base64(encoding.equals("binary"));
        }
    }

    private void base64(boolean exact) throws IOException {
        try (OutputStream base64 = Base64Lines.into(out)) {
            copy(verbatim(exact ? base64 : new CrlfOutputStream(base64)));
        }
    }

    private void multipart(String delimiter, int depth) throws IOException {
        delimiters.push(delimiter);
        copy(verbatim(out));
        while (atDelimiter && line().equals(delimiter)) {
            pass();
            entity(partHeader(), depth + 1);
        }
        delimiters.pop();
        if (atDelimiter && line().equals(delimiter + "--")) {
            pass();
            copy(verbatim(out));
        }
    }

    private void head(Header header) throws IOException {
        header.writeTo(out);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private static Header encoded(Header header, String encoding) {
        return header.only(field -> !field.is("Content-Transfer-Encoding"))
                .with(List.of(HeaderField.of("Content-Transfer-Encoding", encoding)));
    }

    /** Reads up to the empty line, or to the delimiter of a part that has no body. */
    private Header partHeader() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended && !atDelimiter && lines.next()) {
            atDelimiter = isDelimiter();
            ended = lines.startsLine() && lines.textLength() == 0;
            header.write(lines.bytes(), 0, atDelimiter ? 0 : lines.textLength() + lines.lineEndLength());
        }
        return Header.read(new ByteArrayInputStream(header.toByteArray()));
    }

    /** Gives lines to the sink up to a delimiter, which stays the current line. The line end before it belongs to it. */
    private void copy(Sink sink) throws IOException {
        pendingLineEnd = NONE;
        while (!atDelimiter && lines.next()) {
            atDelimiter = isDelimiter();
            if (!atDelimiter) {
                sink.lineEnd(pendingLineEnd);
                sink.text(lines);
                pendingLineEnd = Arrays.copyOfRange(
                        lines.bytes(), lines.textLength(), lines.textLength() + lines.lineEndLength());
            }
        }
        if (!atDelimiter) {
            sink.lineEnd(pendingLineEnd);
        }
        sink.end();
    }

    private boolean isDelimiter() {
        return lines.startsLine()
                && delimiters.stream()
                        .anyMatch(delimiter -> line().equals(delimiter) || line().equals(delimiter + "--"));
    }

    private String line() {
        return new String(lines.bytes(), 0, lines.textLength(), StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Writes the delimiter that is the current line. */
    private void pass() throws IOException {
        out.write(pendingLineEnd);
        out.write(lines.bytes(), 0, lines.textLength() + lines.lineEndLength());
        pendingLineEnd = NONE;
        atDelimiter = false;
    }

    private interface Sink {
        void lineEnd(byte[] bytes) throws IOException;

        void text(LineChunks line) throws IOException;

        void end() throws IOException;
    }

    private static Sink verbatim(OutputStream out) {
        return new Sink() {
            @Override
            public void lineEnd(byte[] bytes) throws IOException {
                out.write(bytes);
            }

            @Override
            public void text(LineChunks line) throws IOException {
                out.write(line.bytes(), 0, line.textLength());
            }

            @Override
            public void end() {}
        };
    }

    private record Quoted(QuotedPrintableLines text) implements Sink {
        @Override
        public void lineEnd(byte[] bytes) throws IOException {
            if (bytes.length > 0) {
                text.lineEnd();
            }
        }

        @Override
        public void text(LineChunks line) throws IOException {
            text.text(line.bytes(), line.textLength(), line.startsLine());
        }

        @Override
        public void end() throws IOException {
            text.finish();
        }
    }
}
