package fr.sceau.server.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * What a person may do at this very moment. Begin and end are compared with the clock at every question, so a delegation
 * ends on its date without anybody doing anything; a change by command is seen within five seconds.
 */
@Singleton
public final class DelegationsInForce {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Delegations delegations;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(List<Delegation> delegations, long readAt) {
        boolean fresh() {
            return System.nanoTime() - readAt < FRESH.toNanos();
        }
    }

    @Inject
    public DelegationsInForce(Delegations delegations, Clock clock) {
        this.delegations = delegations;
        this.clock = clock;
    }

    /** What this person may do with that box now. */
    public Set<Share> shares(String person, String box) {
        return shares(read(person), box);
    }

    /** The same without asking the database: as it was last read, at the present date. */
    public Set<Share> sharesAsLastRead(String person, String box) {
        Known last = known.get(person.toLowerCase(Locale.ROOT));
        return last == null ? shares(person, box) : shares(last.delegations(), box);
    }

    /** Boxes of others with which this person may do that now. */
    public List<String> boxes(String person, Share share) {
        Instant now = clock.instant();
        return read(person).stream()
                .filter(one -> one.allows(share, now))
                .map(Delegation::box)
                .toList();
    }

    private Set<Share> shares(List<Delegation> all, String box) {
        Instant now = clock.instant();
        Set<Share> shares = EnumSet.noneOf(Share.class);
        all.stream()
                .filter(one -> one.box().equals(box.toLowerCase(Locale.ROOT)))
                .filter(one -> one.inForce(now))
                .forEach(one -> shares.addAll(one.shares()));
        return shares;
    }

    private List<Delegation> read(String person) {
        String key = person.toLowerCase(Locale.ROOT);
        Known last = known.get(key);
        if (last == null || !last.fresh()) {
            long asked = System.nanoTime();
            last = new Known(delegations.of(key), asked);
            known.put(key, last);
        }
        return last.delegations();
    }
}
