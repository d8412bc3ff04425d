package fr.sceau.server.cli;

import fr.sceau.directory.client.Format;
import fr.sceau.directory.client.PastDeliveries;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of mailboxes of others as text: tab separated lines, or one line a fact. */
final class CorrespondentTable {
    static final String HEADER = "adresse\tétat\tdernière remise\tdernier échec\tcode\tjours fermée\tjours en échec";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private CorrespondentTable() {}

    static String line(PastDeliveries past) {
        return String.join(
                "\t",
                printable(past.address()),
                state(past),
                time(past.lastSuccess()),
                time(past.lastFailure()),
                printable(past.code()),
                Integer.toString(past.closedDays()),
                Integer.toString(past.failingDays()));
    }

    static List<String> details(PastDeliveries past) {
        return List.of(
                "adresse          : " + printable(past.address()),
                "état             : " + state(past) + " (" + past.score() + " points)",
                "dernière remise  : " + time(past.lastSuccess()),
                "dernier échec    : " + (time(past.lastFailure()) + " " + printable(past.code())).strip(),
                "jours fermée     : " + past.closedDays(),
                "jours en échec   : " + past.failingDays(),
                "formats intégrés : " + formats(past),
                "taille refusée   : " + size(past));
    }

    private static String state(PastDeliveries past) {
        if (past.looksDead()) {
            return "semble fermée";
        }
        if (past.score() > 0) {
            return "en échec";
        }
        return past.isAlive() ? "vit" : "inconnu";
    }

    private static String formats(PastDeliveries past) {
        return past.formats().stream().sorted().map(Format::name).collect(Collectors.joining(", "));
    }

    private static String size(PastDeliveries past) {
        return past.tooLarge()
                .map(refused -> refused.octets() + " octets, " + TIME.format(refused.at()))
                .orElse("");
    }

    private static String time(Optional<Instant> instant) {
        return instant.map(TIME::format).orElse("");
    }

    /** It came from other operators, and goes to a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
