package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.publishing.Publication.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the journal says when it was read. Used by one thread. */
final class Ledger {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_ASKED_FOR = Duration.ofDays(1);
    private static final int DOUBLINGS = 6; // 1, 2, 4, 8, 16, 32 minutes

    private final Map<Key, Account> accounts = new LinkedHashMap<>();
    private int putOff;
    private Instant notBefore = Instant.MIN;
    private Instant confirmed = Instant.MIN;

    void take(Event event) {
        event.task()
                .map(task -> task.publication().key())
                .ifPresentOrElse(key -> account(key).take(event), () -> said(event));
        switch (event.kind()) {
            case ACCEPTED, REFUSED, RETRY -> {
                putOff = 0;
                notBefore = Instant.MIN;
            }
            case LATER -> {
                putOff++;
                notBefore = event.at().plus(pause(event.detail()));
            }
            case CONFIRM -> confirmed = event.at();
            case QUEUED, FORGET -> {}
        }
    }

    private void said(Event event) {
        accounts.forEach((key, account) -> {
            if (event.address().isEmpty() || event.address().equals(key.address())) {
                account.take(event);
            }
        });
    }

    private Duration pause(String askedFor) {
        Duration usual = putOff > DOUBLINGS ? LONGEST_PAUSE : Duration.ofMinutes(1L << (putOff - 1));
        Duration asked = askedFor.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(askedFor)) : Duration.ZERO;
        Duration bounded = asked.compareTo(LONGEST_ASKED_FOR) > 0 ? LONGEST_ASKED_FOR : asked;
        return bounded.compareTo(usual) > 0 ? bounded : usual;
    }

    Account account(Key key) {
        return accounts.computeIfAbsent(key, unknown -> new Account());
    }

    /** What the registry has of us, or may have, as far as is known. */
    List<Publication> known() {
        return accounts.values().stream()
                .flatMap(one -> one.published().or(() -> one.unsettled().map(Task::publication)).stream())
                .toList();
    }

    /** What the registry has of us, as far as it told. */
    Map<Key, Publication> published() {
        Map<Key, Publication> published = new LinkedHashMap<>();
        accounts.forEach((key, account) -> account.published().ifPresent(one -> published.put(key, one)));
        return published;
    }

    /** The service is left alone until then. */
    Instant notBefore() {
        return notBefore;
    }

    /** What was noticed until then was confirmed by the operator. */
    Instant confirmed() {
        return confirmed;
    }
}
