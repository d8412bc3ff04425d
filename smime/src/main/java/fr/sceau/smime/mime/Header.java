package fr.sceau.smime.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The header of a message or entity, with every field as its bytes are.
 *
 * @param wellFormed false if two readers could see different fields: a line that is no field, a bare CR, or a header
 *     without end
 */
public record Header(List<HeaderField> fields, boolean wellFormed) {
    private static final int MAX_BYTES = 1 << 20;

    public Header {
        fields = List.copyOf(fields);
    }

    /** Reads up to and with the empty line, so that {@code in} (which should be buffered) then stands at the body. */
    public static Header read(InputStream in) throws IOException {
        List<HeaderField> fields = new ArrayList<>();
        boolean wellFormed = true;
        int left = MAX_BYTES;
        String line = line(in, left);
        while (!isEnd(line)) {
            left -= line.length();
            if (isContinuation(line) && !fields.isEmpty()) {
                fields.add(fields.remove(fields.size() - 1).continued(line));
            } else {
                fields.add(HeaderField.of(line));
            }
            wellFormed &= fields.get(fields.size() - 1).wellFormed() && left > 0;
            line = left > 0 ? line(in, left) : "";
        }
        return new Header(fields, wellFormed);
    }

    private static boolean isContinuation(String line) {
        return line.startsWith(" ") || line.startsWith("\t");
    }

    /** White space alone does not end a header. RFC 5322 4.2 */
    private static boolean isEnd(String line) {
        return line.isEmpty() || line.equals("\r\n") || line.equals("\n");
    }

    /** One line with its end, as ISO 8859-1, which keeps every byte. */
    private static String line(InputStream in, int max) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        int b = in.read();
        while (b >= 0) {
            line.write(b);
            b = b == '\n' || line.size() > max ? -1 : in.read();
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Values of all fields of that name, unfolded. */
    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(HeaderField::value)
                .toList();
    }

    /** Value of the first field of that name. */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    public Header only(Predicate<HeaderField> wanted) {
        return new Header(fields.stream().filter(wanted).toList(), wellFormed);
    }

    /** These fields, then those. */
    public Header with(List<HeaderField> more) {
        List<HeaderField> all = new ArrayList<>(fields);
        all.addAll(more);
        return new Header(all, wellFormed);
    }

    /**
     * Whether people could have written it: no control characters, be it read as UTF-8 or as ISO 8859-1. What comes out of
     * a damaged cipher is almost never so.
     */
    public boolean printable() {
        return fields.stream().allMatch(HeaderField::printable);
    }

    /** The same so that it is {@link #printable}: old software writes Windows-1252, and a control character says nothing. */
    public Header inPrint() {
        return new Header(fields.stream().map(HeaderField::inPrint).toList(), wellFormed);
    }

    /** Writes the fields, without the empty line. */
    public void writeTo(OutputStream out) throws IOException {
        for (HeaderField field : fields) {
            String end = field.raw().endsWith("\n") ? "" : "\r\n";
            out.write((field.raw() + end).getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
