package fr.sceau.directory.server.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the mail that we sent to one address.
 *
 * @param address in lower case
 * @param code of the last failure (RFC 3463), or empty
 * @param closedDays days since the last success on which we were told that there is no such mailbox
 * @param failingDays days since the last success on which it failed for another reason of the mailbox or its operator
 * @param formats that its own receipts say it took in
 * @param tooLarge octets of the smallest message that was refused for its size, or 0
 * @param tooLargeAt when it was
 */
public record PastDeliveries(
        String address,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure,
        String code,
        int closedDays,
        int failingDays,
        Set<String> formats,
        long tooLarge,
        Optional<Instant> tooLargeAt) {
    public PastDeliveries {
        formats = Set.copyOf(formats);
    }

    /** Something has failed since the last success. */
    public boolean isFailing() {
        return closedDays + failingDays > 0;
    }
}
