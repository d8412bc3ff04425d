package fr.sceau.directory.client;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what is published of a mailbox and what became of our mail to it, and looks for better ones. */
final class Advising implements Adviser {
    private static final String MAILBOXES = "ou=boites,o=annuaire-sante";
    /** Not the branch itself, which is not there before anything was learned. */
    private static final String DELIVERIES = "o=annuaire-sante";

    private static final String[] PAST = {
        "asBoite",
        "asDerniereRemise",
        "asDernierEchec",
        "asMotifEchec",
        "asJoursFermee",
        "asJoursEchec",
        "asFormat",
        "asTailleRefusee",
        "asRefusTaille"
    };
    private static final int CANDIDATES = 100;

    private final Questions directory;

    Advising(Questions directory) {
        this.directory = directory;
    }

    @Override
    public Advice advise(Intention intention) throws DirectoryException {
        String address = intention.address();
        if (address.contains("@patient.")) {
            return new Advice.Fine(); // they are in no directory, and nothing is remembered of them
        }
        Optional<BoxEntry> published =
                boxes(Filter.createEqualityFilter("mail", address), 1).stream().findFirst();
        PastDeliveries past = pasts(List.of(address)).getOrDefault(address, PastDeliveries.none(address));
        Judgement judgement = new Judgement(intention);
        List<Better> better = judgement.isRight(published, past) ? List.of() : better(judgement, published);
        return judgement.advice(published, past, better);
    }

    private List<Better> better(Judgement judgement, Optional<BoxEntry> wrong) throws DirectoryException {
        if (wrong.isEmpty()) {
            return List.of();
        }
        Map<String, BoxEntry> candidates = candidates(wrong.get());
        return Betters.of(wrong.get(), candidates.values(), pasts(candidates.keySet()), judgement);
    }

    private Map<String, BoxEntry> candidates(BoxEntry wrong) throws DirectoryException {
        List<BoxEntry> found = new ArrayList<>();
        if (wrong.holder().isPresent()) {
            found.addAll(boxes(
                    Filter.createEqualityFilter("asIdNatPS", wrong.holder().get()), CANDIDATES));
        }
        for (String structure : wrong.structures()) {
            found.addAll(boxes(ofStructure(structure), CANDIDATES));
        }
        Map<String, BoxEntry> candidates = new LinkedHashMap<>();
        found.forEach(box -> candidates.putIfAbsent(box.address(), box));
        candidates.remove(wrong.address());
        return candidates;
    }

    /** Never another person's own mailbox: it would be read by the wrong one. */
    private static Filter ofStructure(String structure) {
        return Filter.createANDFilter(
                Filter.createEqualityFilter("asIdStruct", structure),
                Filter.createNOTFilter(Filter.createEqualityFilter("asTypeBAL", MailboxType.PER.name())));
    }

    private List<BoxEntry> boxes(Filter filter, int limit) throws DirectoryException {
        return directory.below(MAILBOXES, filter, BoxEntry.ATTRIBUTES, limit).stream()
                .flatMap(BoxEntry::of)
                .toList();
    }

    private Map<String, PastDeliveries> pasts(Collection<String> addresses) throws DirectoryException {
        List<Filter> each = addresses.stream()
                .limit(CANDIDATES)
                .map(address -> Filter.createEqualityFilter("asBoite", address))
                .toList();
        Map<String, PastDeliveries> pasts = new HashMap<>();
        if (!each.isEmpty()) {
            directory
                    .below(DELIVERIES, Filter.createORFilter(each), PAST, CANDIDATES)
                    .forEach(entry -> pasts.put(entry.getAttributeValue("asBoite"), past(entry)));
        }
        return pasts;
    }

    private static PastDeliveries past(Entry entry) {
        return new PastDeliveries(
                entry.getAttributeValue("asBoite"),
                time(entry, "asDerniereRemise"),
                time(entry, "asDernierEchec"),
                Optional.ofNullable(entry.getAttributeValue("asMotifEchec")).orElse(""),
                days(entry, "asJoursFermee"),
                days(entry, "asJoursEchec"),
                BoxEntry.formats(entry),
                tooLarge(entry));
    }

    private static Optional<Oversize> tooLarge(Entry entry) {
        return Optional.ofNullable(entry.getAttributeValueAsLong("asTailleRefusee"))
                .flatMap(octets -> time(entry, "asRefusTaille").map(at -> new Oversize(octets, at)));
    }

    private static Optional<Instant> time(Entry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValueAsDate(attribute)).map(Date::toInstant);
    }

    private static int days(Entry entry, String attribute) {
        return Optional.ofNullable(entry.getAttributeValueAsInteger(attribute)).orElse(0);
    }
}
