package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Version;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How old the extractions are that a version was made of: one comes every day, nearly. */
public final class Age {
    private static final int DAYS = 2;
    private static final int DAY_DIGITS = 8;
    private static final List<List<String>> DAILY = List.of(List.of("activities", "connected"), List.of("mailboxes"));

    private Age() {}

    /** The days of those that nothing newer has replaced for too long; a version without sources has none. */
    public static List<LocalDate> stale(Version version, LocalDate today) {
        return DAILY.stream()
                .map(parts -> newest(version, parts))
                .flatMap(Optional::stream)
                .filter(day -> !day.plusDays(DAYS).isAfter(today))
                .toList();
    }

    private static Optional<LocalDate> newest(Version version, List<String> parts) {
        return parts.stream()
                .flatMap(part -> day(version.sources().getOrDefault(part, "")))
                .max(Comparator.naturalOrder());
    }

    /** Of the digits in a name, nothing where they are no date. */
    public static Optional<LocalDate> dayOf(String stamp) {
        try {
            return stamp.length() < DAY_DIGITS
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(stamp.substring(0, DAY_DIGITS), DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    private static Stream<LocalDate> day(String file) {
        return dayOf(Downloads.stamp(file)).stream();
    }
}
