package fr.sceau.directory.server.registry;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
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
    private static final Pattern UTF8_SEEN_AS_LATIN1 = Pattern.compile("[\\u00C2\\u00C3][\\u0080-\\u00BF]");

    private final Reader reader;
    private final boolean latin1;
    private final char[] block = new char[1 << 16];
    private final StringBuilder begun = new StringBuilder(); // of a line that the block before this one did not end
    private int at;
    private int end;
    private boolean lastLineEnded = true;

    LineReader(Path file) throws IOException {
        this(Files.newInputStream(file));
    }

    /** Closes the stream at the end. */
    public LineReader(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, HEAD);
        in.mark(HEAD);
        Charset charset = charset(in.readNBytes(HEAD));
        in.reset();
        this.latin1 = charset.equals(StandardCharsets.ISO_8859_1);
        this.reader = new InputStreamReader(in, strict(charset));
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
        begun.setLength(0);
        while (at < end || fill()) {
            int feed = feed();
            String read = new String(block, at, feed - at);
            at = feed + 1;
            if (feed < end) {
                lastLineEnded = true;
                return Optional.of(
                        checked(begun.isEmpty() ? read : begun.append(read).toString()));
            }
            begun.append(read);
            checkLength(begun.length());
        }
        lastLineEnded = begun.isEmpty() && lastLineEnded;
        return begun.isEmpty() ? Optional.empty() : Optional.of(checked(begun.toString()));
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, reader.read(block));
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

    private static void checkLength(int length) throws RefusedFileException {
        if (length > LONGEST) {
            throw new RefusedFileException("a line is longer than " + LONGEST + " characters");
        }
    }

    private String checked(String line) throws RefusedFileException {
        checkLength(line.length());
        if (latin1 && UTF8_SEEN_AS_LATIN1.matcher(line).find()) {
            throw new RefusedFileException("the file mixes UTF-8 and ISO-8859-1");
        }
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
        reader.close();
    }
}
