package fr.sceau.directory.client;

import fr.sceau.directory.client.Better.Link;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses among mailboxes of the same holder and the same structure those that can stand for a wrong one. */
final class Betters {
    private static final int SHOWN = 3;

    private Betters() {}

    static List<Better> of(
            BoxEntry wrong, Collection<BoxEntry> candidates, Map<String, PastDeliveries> pasts, Judgement judgement) {
        return candidates.stream()
                .map(box -> candidate(wrong, box, pasts))
                .filter(candidate -> candidate.box.proposed())
                .filter(candidate -> isNearEnough(wrong, candidate))
                .filter(candidate -> judgement.isRight(Optional.of(candidate.box), candidate.past))
                .sorted(best(wrong, judgement))
                .limit(SHOWN)
                .map(Candidate::shown)
                .toList();
    }

    private record Candidate(BoxEntry box, PastDeliveries past, Link link) {
        Better shown() {
            return new Better(box.address(), box.name(), box.type(), box.organisation(), box.town(), link);
        }
    }

    private static Candidate candidate(BoxEntry wrong, BoxEntry box, Map<String, PastDeliveries> pasts) {
        boolean sameHolder = wrong.holder().isPresent() && wrong.holder().equals(box.holder());
        PastDeliveries past = pasts.getOrDefault(box.address(), PastDeliveries.none(box.address()));
        return new Candidate(box, past, sameHolder ? Link.SAME_HOLDER : Link.SAME_STRUCTURE);
    }

    /** A personal mailbox of somebody else never is, nor a mailbox of another service of the structure. */
    private static boolean isNearEnough(BoxEntry wrong, Candidate candidate) {
        if (candidate.link == Link.SAME_HOLDER) {
            return true;
        }
        boolean otherService = !wrong.services().isEmpty()
                && !candidate.box.services().isEmpty()
                && Collections.disjoint(wrong.services(), candidate.box.services());
        return candidate.box.type() != MailboxType.PER && !otherService;
    }

    private static Comparator<Candidate> best(BoxEntry wrong, Judgement judgement) {
        return Comparator.comparing((Candidate candidate) -> candidate.link)
                .thenComparing(candidate -> !judgement.isSurelyTaken(candidate.box, candidate.past))
                .thenComparing(candidate -> Collections.disjoint(wrong.services(), candidate.box.services()))
                .thenComparing(candidate -> !candidate.past.isAlive())
                .thenComparing(candidate -> candidate.box.type() != wrong.type())
                .thenComparing(candidate -> candidate.box.address());
    }
}
