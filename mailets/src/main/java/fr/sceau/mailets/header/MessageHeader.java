package fr.sceau.mailets.header;

import fr.sceau.smime.RawMessage;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The header of a message. Fields are taken and given back as they are: no decoding, no folding, no new order.
 *
 * @param fields in order
 * @param bodyAt where the empty line before the body starts, or the end of the message
 */
public record MessageHeader(List<HeaderField> fields, long bodyAt) {
    private static final int LONGEST = 1 << 20;

    public MessageHeader {
        fields = List.copyOf(fields);
    }

    /** @throws MalformedHeader when the header has no end within a megabyte */
    public static MessageHeader read(RawMessage message) throws IOException, MalformedHeader {
        try (InputStream in = new BufferedInputStream(message.open())) {
            String region = region(in);
            List<HeaderField> fields = new ArrayList<>();
            if (!region.isEmpty()) {
                Stream.of(region.split("\\r?\\n(?![ \\t])", -1))
                        .filter(line -> !line.isEmpty())
                        .forEach(line -> fields.add(new HeaderField(line)));
            }
            return new MessageHeader(fields, region.length());
        }
    }

    /** Everything before the empty line, its own line ends included. */
    private static String region(InputStream in) throws IOException, MalformedHeader {
        ByteArrayOutputStream region = new ByteArrayOutputStream();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                if (line.size() == 1 || line.size() == 2 && line.toByteArray()[0] == '\r') {
                    return region.toString(StandardCharsets.ISO_8859_1);
                }
                line.writeTo(region);
                line.reset();
            }
            if (region.size() + line.size() > LONGEST) {
                throw new MalformedHeader();
            }
        }
        line.writeTo(region);
        return region.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether every line is a field or the continuation of one. */
    public boolean isWellFormed() {
        return fields.stream().allMatch(HeaderField::isWellFormed);
    }

    /** Values of all fields of this name, unfolded. */
    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(HeaderField::value)
                .toList();
    }

    /** The message with new fields in front and without the dropped ones; all other bytes as they were. */
    public InputStream rewritten(RawMessage message, List<HeaderField> added, Predicate<HeaderField> dropped)
            throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        for (HeaderField field : added) {
            header.writeBytes(field.bytes());
        }
        fields.stream().filter(dropped.negate()).map(HeaderField::bytes).forEach(header::writeBytes);
        InputStream body = message.open();
        body.skipNBytes(bodyAt);
        return new SequenceInputStream(new ByteArrayInputStream(header.toByteArray()), body);
    }
}
