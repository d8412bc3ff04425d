package fr.sceau.mailets.submission;

import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.smime.SignatureVerdict;
import java.util.Optional;

/** What comes of a submission. */
public sealed interface Judgement {
    /**
     * May go on its way.
     *
     * @param mailbox the author's, from the From field
     * @param messageId as written; empty when the message has none
     * @param verdict about the message as the recipient will read it
     */
    record Accepted(String mailbox, String messageId, SignatureVerdict verdict) implements Judgement {}

    /**
     * May not.
     *
     * @param mailbox the author's, once it is known to be the login's own
     */
    record Refused(Refusal refusal, Optional<String> mailbox) implements Judgement {}
}
