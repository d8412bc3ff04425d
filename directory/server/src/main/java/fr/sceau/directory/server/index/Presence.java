package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Entry;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Since when the sources name an entry, and whether they still do.
 *
 * @param since day (since 1970) of the first version that had it
 * @param left day from which on it was missing, or {@link #STILL_THERE}
 * @param missed successful imports without it
 */
record Presence(long since, long left, int missed) {
    static final long STILL_THERE = -1;
    static final String SINCE = "asVuDepuis";
    private static final String UNTIL = "asVuJusqua";
    private static final String STATE = "asStatut";

    static Presence from(LocalDate day) {
        return new Presence(day.toEpochDay(), STILL_THERE, 0);
    }

    Presence again() {
        return new Presence(since, STILL_THERE, 0);
    }

    Presence missing(LocalDate day) {
        return new Presence(since, isThere() ? day.toEpochDay() : left, missed + 1);
    }

    boolean isThere() {
        return left == STILL_THERE;
    }

    /** The entry with what is known of its presence. */
    Entry shown(Entry entry) {
        entry.addAttribute(STATE, isThere() ? "actif" : "absent");
        entry.addAttribute(SINCE, day(since));
        if (!isThere()) {
            entry.addAttribute(UNTIL, day(left));
        }
        return entry;
    }

    /** What {@link #shown} has added. */
    static Presence of(Entry shown) {
        String until = shown.getAttributeValue(UNTIL);
        long since = day(shown.getAttributeValue(SINCE));
        return until == null ? new Presence(since, STILL_THERE, 0) : new Presence(since, day(until), 1);
    }

    /** The entry as it was before {@link #shown}. */
    static Entry bare(Entry shown) {
        Entry bare = shown.duplicate();
        List.of(STATE, SINCE, UNTIL).forEach(bare::removeAttribute);
        return bare;
    }

    private static long day(String shown) {
        return LocalDate.parse(shown, DateTimeFormatter.BASIC_ISO_DATE).toEpochDay();
    }

    static String day(long number) {
        return LocalDate.ofEpochDay(number).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
