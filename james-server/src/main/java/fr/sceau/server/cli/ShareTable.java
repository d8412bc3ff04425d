package fr.sceau.server.cli;

import fr.sceau.server.accounts.Delegation;
import fr.sceau.server.accounts.Share;
import java.time.Instant;
import java.util.stream.Collectors;

/** Delegations as tab separated lines. */
final class ShareTable {
    static final String HEADER = "boîte\tpersonne\tdroits\tpremier jour\tdernier jour\tétat";

    private ShareTable() {}

    static String line(Delegation delegation) {
        return String.join(
                "\t",
                delegation.box(),
                delegation.person(),
                delegation.shares().stream().sorted().map(Share::word).collect(Collectors.joining(", ")),
                Days.first(delegation),
                Days.last(delegation),
                state(delegation));
    }

    private static String state(Delegation delegation) {
        Instant now = Instant.now();
        if (delegation.inForce(now)) {
            return "en vigueur";
        }
        return now.isBefore(delegation.since()) ? "à venir" : "terminé";
    }
}
