package fr.sceau.directory.server.registry;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The lines of a file, one at a time. Lines end in LF or CRLF; a CR elsewhere is content. The whole file is read as
 * UTF-8, or as ISO-8859-1 when its beginning is not UTF-8; a mixture is refused.
 */
public final class LineReader implements Closeable {
    private static final int HEAD = 200 * 1024;
    private static final int LONGEST = 64 * 1024;
    private static final char REPLACED = '\uFFFD'; // where octets could not be read
    private static final Pattern UTF8_SEEN_AS_LATIN1 = Pattern.compile("[\\u00C2\\u00C3][\\u0080-\\u00BF]");

    private final InputStream in;
    private final Charset charset;
    private final byte[] block = new byte[1 << 16];
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream(); // a line that the last block did not end
    private int at;
    private int end;
    private boolean lastLineEnded = true;

    LineReader(Path file) throws IOException {
        this(Files.newInputStream(file));
    }

    /** Closes the stream at the end. */
    public LineReader(InputStream stream) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stream, HEAD);
        buffered.mark(HEAD);
        this.charset = charset(buffered.readNBytes(HEAD));
        buffered.reset();
        this.in = buffered;
    }

    /** The next line without its end, or nothing after the last one. */
    public Optional<String> next() throws IOException, RefusedFileException {
        try {
            return line();
        } catch (CharacterCodingException e) {
            throw new RefusedFileException("the file mixes UTF-8 with another encoding or stops inside a character", e);
        }
    }

    private Optional<String> line() throws IOException, RefusedFileException {
        begun.reset();
        while (at < end || fill()) {
            int from = at;
            int feed = feed();
            at = feed + 1;
            if (feed < end) {
                lastLineEnded = true;
                return Optional.of(begun.size() == 0 ? text(block, from, feed - from) : ended(from, feed));
            }
            begun.write(block, from, feed - from);
            if (begun.size() > LONGEST) {
                throw tooLong();
            }
        }
        if (begun.size() == 0) {
            return Optional.empty();
        }
        lastLineEnded = false;
        return Optional.of(text(begun.toByteArray(), 0, begun.size()));
    }

    private String ended(int from, int feed) throws IOException, RefusedFileException {
        begun.write(block, from, feed - from);
        return text(begun.toByteArray(), 0, begun.size());
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(block));
        return end > 0;
    }

    /** Where the next line feed of the block is, or the end of the block. */
    private int feed() {
        int place = at;
        while (place < end && block[place] != '\n') {
            place++;
        }
        return place;
    }

    private static RefusedFileException tooLong() {
        return new RefusedFileException("a line is longer than " + LONGEST + " octets");
    }

    private String text(byte[] octets, int from, int length) throws IOException, RefusedFileException {
        if (length > LONGEST) {
            throw tooLong();
        }
        String line = new String(octets, from, length, charset);
        boolean latin1 = charset.equals(StandardCharsets.ISO_8859_1);
        if (latin1 && UTF8_SEEN_AS_LATIN1.matcher(line).find()) {
            throw new RefusedFileException("the file mixes UTF-8 and ISO-8859-1");
        }
        if (line.indexOf(REPLACED) >= 0) {
            strict(charset).decode(ByteBuffer.wrap(octets, from, length)); // which may have been written so
        }
        return withoutMarks(line);
    }

    private static String withoutMarks(String line) {
        int from = line.startsWith("\uFEFF") ? 1 : 0;
        int to = line.length() > from && line.charAt(line.length() - 1) == '\r' ? line.length() - 1 : line.length();
        return line.substring(from, to);
    }

    /** Whether the line read last was closed by a line end: a file that was cut mostly has none. */
    public boolean lastLineEnded() {
        return lastLineEnded;
    }

    private static Charset charset(byte[] head) {
        CharsetDecoder decoder = strict(StandardCharsets.UTF_8);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
        return result.isError() ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
