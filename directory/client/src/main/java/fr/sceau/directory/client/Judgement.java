package fr.sceau.directory.client;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures mailboxes by what is to be sent. */
record Judgement(Intention intention) {

    /** Nothing speaks for another mailbox. */
    boolean isRight(Optional<BoxEntry> published, PastDeliveries past) {
        Advice advice = advice(published, past, List.of());
        return advice instanceof Advice.Fine || advice instanceof Advice.PaperWanted;
    }

    /** The gravest thing first: what cannot arrive, what will not be read, what may fail; then what else is to be done. */
    Advice advice(Optional<BoxEntry> published, PastDeliveries past, List<Better> better) {
        if (past.looksDead()) {
            return new Advice.Dead(past, better);
        }
        if (published.isEmpty()) {
            return unpublished(past);
        }
        BoxEntry box = published.get();
        if (box.missing().filter(day -> !isAliveSince(day, past)).isPresent()) {
            return new Advice.Withdrawn(box.missing().orElseThrow(), better);
        }
        return content(box, past, better).orElseGet(() -> passing(box, past, better));
    }

    private Advice passing(BoxEntry box, PastDeliveries past, List<Better> better) {
        if (past.score() > 0) {
            return new Advice.Failing(past, better);
        }
        return box.wantsPaper() && intention.hasDocuments() ? new Advice.PaperWanted() : new Advice.Fine();
    }

    /** Mail goes on arriving: what is published is not all there is. */
    private static boolean isAliveSince(LocalDate day, PastDeliveries past) {
        Instant begin = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return past.isAlive() && past.lastSuccess().filter(begin::isBefore).isPresent();
    }

    private Advice unpublished(PastDeliveries past) {
        if (past.score() > 0) {
            return new Advice.Failing(past, List.of());
        }
        return past.isAlive() ? size(past, List.of()).orElseGet(Advice.Fine::new) : new Advice.Unknown();
    }

    private Optional<Advice> content(BoxEntry box, PastDeliveries past, List<Better> better) {
        Set<Format> refused = refused(box, past);
        if (!refused.isEmpty()) {
            return Optional.of(new Advice.Unfit(refused, better));
        }
        if (box.type() == MailboxType.APP && isForPeople()) {
            return Optional.of(new Advice.Unread(better));
        }
        boolean tooLarge = box.maxOctets() > 0 && intention.octets() > box.maxOctets();
        return tooLarge ? Optional.of(new Advice.TooLarge(box.maxOctets(), better)) : size(past, better);
    }

    private Optional<Advice> size(PastDeliveries past, List<Better> better) {
        return past.tooLarge()
                .filter(refused -> intention.octets() >= refused.octets())
                .map(refused -> new Advice.OnceTooLarge(refused, better));
    }

    private boolean isForPeople() {
        return !intention.others() && intention.formats().stream().noneMatch(Format::isStructured);
    }

    /** Formats that a mailbox which declares some does not take; what it has shown to take counts as declared. */
    private Set<Format> refused(BoxEntry box, PastDeliveries past) {
        Set<Format> refused = new HashSet<>(intention.formats());
        refused.removeAll(past.formats());
        refused.removeAll(box.formats());
        return box.formats().isEmpty() ? Set.of() : refused;
    }

    /** Whether it is declared, or was shown, that all of it is taken. */
    boolean isSurelyTaken(BoxEntry box, PastDeliveries past) {
        Set<Format> open = new HashSet<>(intention.formats());
        open.removeAll(past.formats());
        open.removeAll(box.formats());
        return open.isEmpty();
    }
}
