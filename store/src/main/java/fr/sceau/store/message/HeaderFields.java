package fr.sceau.store.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fields of a header, as they are there: nothing is unfolded or decoded. */
public final class HeaderFields {
    private static final byte[] EMPTY_LINE = {'\r', '\n'};

    private final byte[] header;
    private final List<Field> fields;

    private HeaderFields(byte[] header, List<Field> fields) {
        this.header = header;
        this.fields = fields;
    }

    /** The array is not copied. Lines that belong to no field are passed over. */
    public static HeaderFields of(byte[] header) {
        List<Field> fields = new ArrayList<>();
        int start = 0;
        while (start < header.length) {
            int end = endOfField(header, start);
            int colon = colon(header, start, end);
            if (colon > start) {
                fields.add(new Field(name(header, start, colon), start, colon, end));
            } else if (emptyLine(header, start)) {
                break;
            }
            start = end;
        }
        return new HeaderFields(header, fields);
    }

    /** What follows the colon of the first field of that name, without the space there and the end of the line. */
    public Optional<String> first(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Field field : fields) {
            if (field.name().equals(lower)) {
                return Optional.of(value(field));
            }
        }
        return Optional.empty();
    }

    /** The fields of those names (in lower case), or all the others, and an empty line (RFC 9051 6.4.5.1). */
    public byte[] subset(Set<String> names, boolean others) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Field field : fields) {
            if (names.contains(field.name()) != others) {
                out.write(header, field.start(), field.end() - field.start());
            }
        }
        out.writeBytes(EMPTY_LINE);
        return out.toByteArray();
    }

    private String value(Field field) {
        int start = field.colon() + 1;
        int end = field.end();
        while (end > start && (header[end - 1] == '\n' || header[end - 1] == '\r')) {
            end--;
        }
        if (start < end && header[start] == ' ') {
            start++;
        }
        return new String(header, start, end - start, StandardCharsets.ISO_8859_1);
    }

    // RFC 5322 2.2.3: a line that begins with white space goes on with the field before
    private static int endOfField(byte[] header, int start) {
        int i = start;
        do {
            while (i < header.length && header[i] != '\n') {
                i++;
            }
            i++;
        } while (i < header.length && (header[i] == ' ' || header[i] == '\t'));
        return Math.min(i, header.length);
    }

    private static int colon(byte[] header, int start, int end) {
        for (int i = start; i < end && header[i] != '\n'; i++) {
            if (header[i] == ':') {
                return i;
            }
        }
        return -1;
    }

    private static String name(byte[] header, int start, int colon) {
        return new String(header, start, colon - start, StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean emptyLine(byte[] header, int start) {
        return header[start] == '\n'
                || (header[start] == '\r' && start + 1 < header.length && header[start + 1] == '\n');
    }

    private record Field(String name, int start, int colon, int end) {}
}
