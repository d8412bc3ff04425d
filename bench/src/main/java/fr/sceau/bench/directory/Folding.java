package fr.sceau.bench.directory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * What people take for equal, written down a second time: letters without their accents and case, in names also hyphens
 * and spaces alike. Deliberately not the server's code, which it judges.
 */
final class Folding {
    private static final Set<String> NAMES = Set.of("cn", "sn", "givenName", "o", "l", "title");

    private Folding() {}

    /** A value, or a part of one that somebody typed. */
    static String of(String attribute, String value) {
        return NAMES.contains(attribute) ? spaced(plain(value)) : plain(value).strip();
    }

    /** Without accents and case. */
    static String plain(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < apart.length(); i++) {
            char letter = apart.charAt(i);
            switch (letter) {
                case 'œ' -> letters.append("oe");
                case 'æ' -> letters.append("ae");
                case '’' -> letters.append('\'');
                default -> {
                    if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                        letters.append(letter);
                    }
                }
            }
        }
        return letters.toString();
    }

    private static String spaced(String plain) {
        StringBuilder one = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            boolean gap = letter == '-' || letter == '\u00A0' || Character.isWhitespace(letter);
            if (!gap) {
                one.append(letter);
            } else if (one.length() > 0 && one.charAt(one.length() - 1) != ' ') {
                one.append(' ');
            }
        }
        return one.toString().strip();
    }
}
