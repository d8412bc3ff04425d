package fr.sceau.server.cli;

import fr.sceau.server.accounts.Delegation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The days of the delegations: French legal time wherever the machine stands, both days included. So a delegation begins at
 * midnight of its first day and ends at midnight after its last.
 */
final class Days {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Days() {}

    static Instant beginOf(Optional<LocalDate> first) {
        return first.map(day -> day.atStartOfDay(ZONE).toInstant()).orElse(Delegation.ALWAYS);
    }

    static Instant endOf(Optional<LocalDate> last) {
        return last.map(day -> day.plusDays(1).atStartOfDay(ZONE).toInstant()).orElse(Delegation.FOREVER);
    }

    /** The first day as it was typed; a dash when there is none. */
    static String first(Delegation delegation) {
        Instant since = delegation.since();
        return since.equals(Delegation.ALWAYS)
                ? "-"
                : LocalDate.ofInstant(since, ZONE).toString();
    }

    /** The last day as it was typed; a dash when there is none. */
    static String last(Delegation delegation) {
        Instant until = delegation.until();
        return until.equals(Delegation.FOREVER)
                ? "-"
                : LocalDate.ofInstant(until.minusNanos(1), ZONE).toString();
    }
}
