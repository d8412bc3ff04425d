package fr.sceau.server.cli;

import fr.sceau.mailets.trace.Event;
import fr.sceau.server.ServerException;
import fr.sceau.store.queue.QueueDesk;
import fr.sceau.store.queue.WaitingMail;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mail that waits, for the operator; works whether the mail server runs or not. */
@Command(
        name = "queue",
        mixinStandardHelpOptions = true,
        description = "Courrier en attente et courrier mis de côté.",
        synopsisSubcommandLabel = "COMMANDE",
        exitCodeListHeading = "Codes de retour :%n",
        exitCodeList = {"0:fait", "1:échec, ou rien à changer", "2:mauvais appel"})
final class QueueCommand {
    private static final int MOST_LINES = 500;
    private static final String REASON = "Message annulé par l'exploitant avant sa remise.";

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Énumère le courrier en attente et mis de côté, le plus ancien d'abord.",
                "Ni objet ni contenu ; les adresses de patients sont masquées."
            })
    int list(@Mixin Home home) {
        List<WaitingMail> mails = WaitingRoom.in(home, room -> room.desk().list(MOST_LINES + 1));
        System.out.println(QueueTable.HEADER);
        mails.stream().limit(MOST_LINES).map(QueueTable::line).forEach(System.out::println);
        if (mails.size() > MOST_LINES) {
            System.out.println("… seuls les " + MOST_LINES + " premiers sont montrés");
        }
        return 0;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Dit tout d'un message, sauf son contenu.")
    int show(@Mixin Home home, @Parameters(paramLabel = "NUMÉRO") long id) {
        WaitingMail mail = WaitingRoom.in(home, room -> room.desk().find(id))
                .orElseThrow(() -> new ServerException("Aucun message en attente sous le numéro " + id));
        QueueTable.details(mail).forEach(System.out::println);
        return 0;
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = {
                "Essaie de nouveau, dans la seconde.",
                "Le courrier mis de côté repart du début, échecs oubliés ; --from-start fait repartir du début aussi ce qui"
                        + " est dans une file, par exemple celle d'une passerelle retirée de operators.tsv."
            })
    int retry(
            @Mixin Home home,
            @ArgGroup(exclusive = true, multiplicity = "1") Chosen chosen,
            @Option(names = "--from-start", description = "Reprend toutes les étapes.") boolean fromStart) {
        return WaitingRoom.in(home, room -> {
            List<WaitingMail> mails = chosen.among(room.desk());
            long changed = mails.stream()
                    .filter(mail -> room.change(
                            mail, Event.RETRIED, desk -> fromStart ? desk.restart(mail.id()) : desk.retry(mail.id())))
                    .count();
            System.out.println("messages remis en route : " + changed + " sur " + mails.size());
            return changed == mails.size() ? 0 : 1;
        });
    }

    @Command(
            name = "cancel",
            mixinStandardHelpOptions = true,
            description = {
                "Renonce à remettre un message.",
                "Son expéditeur reçoit un avis de non-remise. Avec --silent, ou si le message n'a pas d'expéditeur, il"
                        + " disparaît sans que personne n'en soit averti. La trace garde l'un et l'autre."
            })
    int cancel(
            @Mixin Home home,
            @Parameters(paramLabel = "NUMÉRO") long id,
            @Option(names = "--yes", description = "Confirme.") boolean yes,
            @Option(names = "--silent", description = "Sans avis à l'expéditeur.") boolean silent) {
        if (!yes) {
            throw new ServerException("Ce message ne sera pas remis : confirmer par --yes");
        }
        return WaitingRoom.in(home, room -> {
            WaitingMail mail = room.desk()
                    .find(id)
                    .orElseThrow(() -> new ServerException("Aucun message en attente sous le numéro " + id));
            boolean unannounced = silent || mail.envelope().sender().isEmpty();
            boolean changed = room.change(
                    mail, Event.CANCELLED, desk -> unannounced ? desk.delete(id) : desk.giveBack(id, REASON));
            if (changed) {
                System.out.println(
                        unannounced ? "Message supprimé, sans avis." : "Message annulé ; son expéditeur est averti.");
            }
            return changed ? 0 : 1;
        });
    }

    /** Which mails: one, all, or those put aside. */
    static final class Chosen {
        @Parameters(paramLabel = "NUMÉRO", description = "Numéro que donne list.")
        private long id = -1;

        @Option(names = "--all", description = "Tout ce qui attend ou est mis de côté.")
        private boolean all;

        @Option(names = "--parked", description = "Tout ce qui est mis de côté.")
        private boolean parked;

        List<WaitingMail> among(QueueDesk desk) {
            if (all || parked) {
                return desk.list(Integer.MAX_VALUE).stream()
                        .filter(mail -> all || mail.parked())
                        .filter(mail -> !mail.inWork())
                        .toList();
            }
            return List.of(desk.find(id)
                    .orElseThrow(() -> new ServerException("Aucun message en attente sous le numéro " + id)));
        }
    }
}
