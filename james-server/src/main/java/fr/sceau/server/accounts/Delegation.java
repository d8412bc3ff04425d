package fr.sceau.server.accounts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A person's right to use somebody else's box for a time.
 *
 * @param box address of the box
 * @param person address of the account that uses it
 * @param shares what is allowed; writing contains reading
 * @param since first moment
 * @param until first moment after the last one
 */
public record Delegation(String box, String person, Set<Share> shares, Instant since, Instant until) {
    /** No beginning. */
    public static final Instant ALWAYS = Instant.MIN;
    /** No end. */
    public static final Instant FOREVER = Instant.MAX;

    public Delegation {
        EnumSet<Share> all = EnumSet.copyOf(shares);
        if (all.contains(Share.WRITE)) {
            all.add(Share.READ);
        }
        shares = Set.copyOf(all);
    }

    /** Everything, without beginning or end. */
    public static Delegation whole(String box, String person) {
        return new Delegation(box, person, EnumSet.allOf(Share.class), ALWAYS, FOREVER);
    }

    /** Whether it holds at that moment. */
    public boolean inForce(Instant now) {
        return !now.isBefore(since) && now.isBefore(until);
    }

    /** Whether it holds at that moment and allows this. */
    public boolean allows(Share share, Instant now) {
        return shares.contains(share) && inForce(now);
    }
}
