package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.policy.EncryptionPolicy;
import fr.sceau.mailets.verify.RecipientCertificates;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.Opening;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.facts.Origin;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/**
 * Seals mail that is in clear to a recipient whose policy asks for it. Such a recipient's mail has no other recipient: one
 * that has, because a policy or an account has just changed, is parted again.
 */
public final class SealByPolicy extends PipelineMailet {
    private static final String STEP = "sealed";

    private final Sealing sealing;
    private final RecipientCertificates certificates;
    private final Verification verification;
    private final MessageEncrypter encrypter = new MessageEncrypter();

    @Inject
    public SealByPolicy(Sealing sealing, RecipientCertificates certificates, Verification verification) {
        this.sealing = sealing;
        this.certificates = certificates;
        this.verification = verification;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException, SmimeException {
        if (facts.isDone(STEP) || recipientStream(mail).noneMatch(sealing::isWanted)) {
            return;
        }
        MailMessage message = new MailMessage(mail);
        if (!(verification.open(message, List.of()) instanceof Opening.NotEncrypted)) {
            return;
        }
        List<Recipient> to = certificates(only(recipients(mail)), facts).stream()
                .map(Recipient::of)
                .toList();
        if (!to.isEmpty()) {
            List<Recipient> own = own(facts);
            message.replace(out -> encrypter.encrypt(message, to, own, out));
            facts.done(STEP);
        }
    }

    /**
     * The author's, who keeps the sealed message readable wherever it stands; not of an author whose key the operator holds: an
     * owner's mail would then open with a key that is here.
     */
    private List<Recipient> own(MailFacts facts) {
        return facts
                .submitted()
                .map(Origin.Submitted::mailbox)
                .filter(sealing::holdsOwnKey)
                .map(certificates::of)
                .orElse(List.of())
                .stream()
                .map(Recipient::of)
                .toList();
    }

    private static String only(List<String> recipients) throws MessagingException {
        if (recipients.size() > 1) {
            throw new MessagingException("one of several recipients wants the copy sealed: to be parted again");
        }
        return recipients.get(0);
    }

    /** What was submitted under {@code required} never goes on in clear; mail of others is delivered as it came. */
    private List<X509Certificate> certificates(String recipient, MailFacts facts) {
        if (sealing.policy(recipient) == EncryptionPolicy.WHEN_DECLARED) {
            return certificates.declared(recipient);
        }
        List<X509Certificate> found = certificates.of(recipient);
        if (found.isEmpty() && facts.submitted().isPresent()) {
            throw MailetsException.away(
                    "encryption is required and the recipient's certificate is gone", new IllegalStateException());
        }
        return found;
    }
}
