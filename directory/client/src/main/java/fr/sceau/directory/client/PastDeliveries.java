package fr.sceau.directory.client;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the mail that was sent to one address from here.
 *
 * @param address in lower case
 * @param code of the last failure (RFC 3463), or empty
 * @param closedDays days since the last success on which we were told that there is no such mailbox
 * @param failingDays days since the last success on which it failed for another reason of the mailbox or its operator
 * @param formats that its own receipts say it took in
 * @param tooLarge what was refused for its size
 */
public record PastDeliveries(
        String address,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        String code,
        int closedDays,
        int failingDays,
        Set<Format> formats,
        Optional<Oversize> tooLarge) {
    private static final int DEAD = 3;

    public PastDeliveries {
        formats = Set.copyOf(formats);
    }

    /** Of an address that nothing was sent to yet. */
    static PastDeliveries none(String address) {
        return new PastDeliveries(address, Optional.empty(), Optional.empty(), "", 0, 0, Set.of(), Optional.empty());
    }

    /**
     * How dead the mailbox looks: 0 not at all, {@value #DEAD} and more: dead. A day with the answer that there is no such mailbox
     * counts 3 when it never took anything from us and 2 when it did (an operator has bad mornings), a day with another failure
     * counts 1; a success takes it back to 0, for whoever counts starts again there.
     */
    public int score() {
        return closedDays * (lastSuccess.isEmpty() ? DEAD : DEAD - 1) + failingDays;
    }

    public boolean looksDead() {
        return score() >= DEAD;
    }

    /** Whether the last thing that is known is a success. */
    public boolean isAlive() {
        return lastSuccess.isPresent() && score() == 0;
    }
}
