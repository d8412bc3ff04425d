package fr.sceau.directory.server.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How values are compared: the form that makes equal what people take for equal. */
public final class Comparison {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0-]+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int ASCII_END = 0x80;

    /** Attributes that hold what people call somebody or something. */
    private static final Set<String> NAMES =
            Set.of("cn", "sn", "givenname", "displayname", "o", "l", "title", "street", "st", "asservice");

    /** Attributes whose words are indexed. */
    private static final Set<String> SEARCHED =
            Set.of("cn", "sn", "givenname", "displayname", "o", "l", "title", "mail");

    private Comparison() {}

    public static boolean isSearched(String attribute) {
        return SEARCHED.contains(attribute);
    }

    /** For equality and ordering. */
    public static String exact(String attribute, String value) {
        return NAMES.contains(attribute)
                ? folded(value)
                : Normalizer.normalize(value, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }

    /** For parts of values: accents never count, even in addresses. */
    public static String part(String attribute, String value) {
        return NAMES.contains(attribute) ? folded(value) : unaccented(value).strip();
    }

    private static String folded(String value) {
        return SPACES.matcher(unaccented(value)).replaceAll(" ").strip();
    }

    private static String unaccented(String value) {
        if (value.chars().allMatch(sign -> sign < ASCII_END)) { // nearly all of a registry in capitals
            return value.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(value, Normalizer.Form.NFD);
        return MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replace("œ", "oe")
                .replace("æ", "ae");
    }

    /** The words of a text in the form of {@link #part}. */
    public static List<String> words(String part) {
        return Arrays.stream(NO_WORD.split(part))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
