package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Entry;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

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
        entry.addAttribute("asStatut", isThere() ? "actif" : "absent");
        entry.addAttribute(SINCE, day(since));
        if (!isThere()) {
            entry.addAttribute("asVuJusqua", day(left));
        }
        return entry;
    }

    static String day(long number) {
        return LocalDate.ofEpochDay(number).format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
