package fr.sceau.smime.identity;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a sender gives itself, which clients show in place of the address. It is nobody's to vouch for, so it must
 * at least not pass for something that we vouch for.
 */
final class DisplayedName {
    /** A line of mail; no name is as long, and the patterns below are not made for more. RFC 5322 2.1.1 */
    private static final int LONGEST = 998;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\],;:\"'«»]+@[^\\s<>()\\[\\],;:\"'«»]+");
    /** What people read as the judgement of their mail program. */
    private static final Pattern VERDICT = Pattern.compile(
            "\\b(verifiee?s?|verified|trusted|authentifiee?s?|authenticated|signature (valide|valid|electronique))\\b");
    /** Check marks, locks, keys and shields. */
    private static final Pattern SEAL =
            Pattern.compile("[\u2611\u2705\u2713\u2714\u26bf\u221a\\x{1f510}-\\x{1f513}\\x{1f5f9}"
                    + "\\x{1f5f8}\\x{1f6e1}\\x{1f58b}\\x{1f50f}]");
    /** Scripts whose letters pass for Latin ones. */
    private static final Set<Character.UnicodeScript> LOOKALIKES = EnumSet.of(
            Character.UnicodeScript.CYRILLIC,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.ARMENIAN,
            Character.UnicodeScript.CHEROKEE);

    /** An encoded word in a charset that we do not know: others may read in it what we cannot. RFC 2047 section 2 */
    private static final Pattern ENCODED = Pattern.compile("=\\?[^?\\s]+\\?[bBqQ]\\?");

    private DisplayedName() {}

    /** Whether it names another address, imitates a verdict, or hides what it is. */
    static boolean misleads(String displayed, String address) {
        if (displayed.length() > LONGEST) {
            return true;
        }
        String plain = Normalizer.normalize(displayed, Normalizer.Form.NFKC);
        return hides(displayed) || mixesScripts(displayed) || namesAnother(plain, address) || imitatesVerdict(plain);
    }

    /** Direction marks, zero-width and control characters, and words that we cannot decode. */
    private static boolean hides(String text) {
        return ENCODED.matcher(text).find() || text.codePoints().anyMatch(DisplayedName::isInvisible);
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c) && c != '\t'
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    /** Within one word: a name may well hold a Greek letter on its own, as laboratories' names do. */
    private static boolean mixesScripts(String text) {
        return Pattern.compile("\\p{L}+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .anyMatch(word -> has(word, EnumSet.of(Character.UnicodeScript.LATIN)) && has(word, LOOKALIKES));
    }

    private static boolean has(String word, Set<Character.UnicodeScript> scripts) {
        return word.codePoints().mapToObj(Character.UnicodeScript::of).anyMatch(scripts::contains);
    }

    private static boolean namesAnother(String text, String address) {
        Matcher matcher = ADDRESS.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.results().anyMatch(found -> !found.group().equals(address));
    }

    private static boolean imitatesVerdict(String text) {
        String folded = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return SEAL.matcher(text).find() || VERDICT.matcher(folded).find();
    }
}
