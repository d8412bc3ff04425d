package fr.sceau.server.cli;

import fr.sceau.mailets.trace.Masking;
import fr.sceau.store.queue.WaitingMail;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Waiting mail as text: tab separated lines, or one line a fact. Patient identity is masked, control characters are not printed. */
final class QueueTable {
    static final String HEADER =
            "numéro\tfile\tdepuis\tprochain essai\téchecs\toctets\texpéditeur\tdestinataires\tdernière erreur";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private QueueTable() {}

    static String line(WaitingMail mail) {
        return String.join(
                "\t",
                Long.toString(mail.id()),
                printable(mail.place()),
                TIME.format(mail.since()),
                next(mail),
                Integer.toString(mail.envelope().attempts()),
                Long.toString(mail.octets()),
                sender(mail),
                recipients(mail),
                error(mail));
    }

    static List<String> details(WaitingMail mail) {
        return List.of(
                "numéro          : " + mail.id(),
                "nom             : " + printable(mail.envelope().name()),
                "file            : " + printable(mail.place()),
                "depuis          : " + TIME.format(mail.since()),
                "prochain essai  : " + next(mail),
                "échecs          : " + mail.envelope().attempts(),
                "octets          : " + mail.octets(),
                "expéditeur      : " + sender(mail),
                "destinataires   : " + recipients(mail),
                "dernière erreur : " + error(mail));
    }

    private static String next(WaitingMail mail) {
        if (mail.parked()) {
            return "mis de côté";
        }
        if (mail.inWork()) {
            return "en cours";
        }
        Instant due = mail.due().orElse(Instant.MIN);
        return due.isBefore(Instant.now()) ? "tout de suite" : TIME.format(due);
    }

    private static String sender(WaitingMail mail) {
        return mail.envelope().sender().map(QueueTable::printable).orElse("<>");
    }

    private static String recipients(WaitingMail mail) {
        return printable(String.join(", ", mail.envelope().recipients()));
    }

    private static String error(WaitingMail mail) {
        return mail.envelope().error().map(QueueTable::printable).orElse("");
    }

    private static String printable(String text) {
        return Masking.mask(text).replaceAll("\\p{Cntrl}", " ");
    }
}
