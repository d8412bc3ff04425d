package fr.sceau.directory.server.entries;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date and time in the name of an extraction, {@code AAAAMMJJhhmm}. */
final class SourceDate {
    private static final Pattern DIGITS = Pattern.compile("_(\\d{8,14})\\.");

    private SourceDate() {}

    static String of(Optional<String> fileName) {
        return fileName.map(DIGITS::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .orElse("");
    }
}
