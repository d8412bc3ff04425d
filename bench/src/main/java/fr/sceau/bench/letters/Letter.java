package fr.sceau.bench.letters;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A message ready to go, but for its Message-ID, which is new each time: what was accepted once is refused the second
 * time. A signature does not cover that field.
 *
 * @param at where in the bytes the identifier stands
 */
public record Letter(String from, String to, byte[] bytes, int at) {
    static final String PLACE = "00000000-0000-0000-0000-000000000000";

    static Letter of(String from, String to, byte[] bytes) {
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(PLACE);
        if (at < 0) {
            throw new IllegalArgumentException("no place for a Message-ID");
        }
        return new Letter(from, to, bytes.clone(), at);
    }

    /** A message that nobody has sent before. */
    public byte[] fresh() {
        byte[] copy = bytes.clone();
        byte[] identifier = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(identifier, 0, copy, at, identifier.length);
        return copy;
    }
}
