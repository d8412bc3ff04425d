package fr.sceau.agent;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 30s}, {@code 5m}, {@code 1h}. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([smh])");

    private Durations() {}

    /** @throws IllegalArgumentException in French, for the command line */
    static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("durée attendue, comme 30s, 5m ou 1h : " + text);
        }
        return Duration.parse("PT" + matcher.group(1) + matcher.group(2).toUpperCase(java.util.Locale.ROOT));
    }
}
