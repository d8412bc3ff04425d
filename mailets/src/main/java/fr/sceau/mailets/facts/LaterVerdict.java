package fr.sceau.mailets.facts;

import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a verdict that had to wait for revocation data.
 *
 * @param code stable code
 * @param evidence what it rests on, as JSON
 */
public record LaterVerdict(String code, String evidence) {
    /**
     * Only an answer about revocation settles what waited for one. Whatever else is found now, such as a directory that has
     * changed since, says nothing about the day of receipt.
     */
    public static Optional<LaterVerdict> of(SignatureVerdict verdict, Instant established) {
        boolean settled = verdict instanceof Trusted
                || verdict instanceof Untrusted untrusted && untrusted.doubt() == Doubt.REVOKED;
        return settled
                ? Optional.of(new LaterVerdict(verdict.code(), Evidence.of(verdict, established)))
                : Optional.empty();
    }

    /** Whether the message that is kept can tell more than on the first day. */
    public static boolean isPossible(String firstEvidence) {
        return !Evidence.isFinal(firstEvidence);
    }

    /** For which instant the first verdict judged the certificates. */
    public static Optional<Instant> validAt(String firstEvidence) {
        return JsonText.instant(firstEvidence, "validAt");
    }
}
