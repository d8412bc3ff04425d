package fr.sceau.directory.server.entries;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** A name without accents, for software that cannot type them. */
final class Ascii {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");

    private Ascii() {}

    static String of(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("Œ", "OE")
                .replace("æ", "ae")
                .replace("Æ", "AE");
    }
}
