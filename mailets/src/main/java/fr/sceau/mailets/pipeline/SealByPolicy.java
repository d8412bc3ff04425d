package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.policy.EncryptionPolicy;
import fr.sceau.mailets.policy.Policies;
import fr.sceau.mailets.verify.RecipientCertificates;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.Opening;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/**
 * Seals mail that is in clear to a recipient whose policy asks for it: a named partner elsewhere, or one of ours who
 * holds the key and wants clear mail sealed. Whose key the operator holds reads over TLS and gets nothing sealed.
 */
public final class SealByPolicy extends PipelineMailet {
    private static final String STEP = "sealed";

    private final MailetsConfiguration configuration;
    private final Accounts accounts;
    private final Policies policies;
    private final RecipientCertificates certificates;
    private final Verification verification;
    private final MessageEncrypter encrypter = new MessageEncrypter();

    @Inject
    public SealByPolicy(
            MailetsConfiguration configuration,
            Accounts accounts,
            Policies policies,
            RecipientCertificates certificates,
            Verification verification) {
        this.configuration = configuration;
        this.accounts = accounts;
        this.policies = policies;
        this.certificates = certificates;
        this.verification = verification;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException, SmimeException {
        List<String> recipients = recipients(mail);
        if (facts.isDone(STEP) || recipients.size() != 1) {
            return; // several stay together only where policy seals nothing
        }
        EncryptionPolicy policy = policies.of(recipients.get(0)).encryption();
        if (policy == EncryptionPolicy.TRUST_SPACE || !isWanted(recipients.get(0), policy)) {
            return;
        }
        MailMessage message = new MailMessage(mail);
        if (!(verification.open(message, List.of()) instanceof Opening.NotEncrypted)) {
            return;
        }
        List<X509Certificate> to = certificates(recipients.get(0), policy, facts);
        if (!to.isEmpty()) {
            message.replace(out -> encrypter.encrypt(message, to, ContentCipher.AES_256_CBC, out));
            facts.done(STEP);
        }
    }

    private boolean isWanted(String recipient, EncryptionPolicy policy) {
        if (!configuration.isOurs(recipient.substring(recipient.lastIndexOf('@') + 1))) {
            return true;
        }
        Optional<LocalMailbox> owner =
                accounts.mailbox(recipient).filter(mailbox -> mailbox.custody() == Custody.OWNER);
        return owner.filter(mailbox -> mailbox.sealClearMail() || policy == EncryptionPolicy.REQUIRED)
                .isPresent();
    }

    /** What was submitted under {@code required} never goes on in clear; mail of others is delivered as it came. */
    private List<X509Certificate> certificates(String recipient, EncryptionPolicy policy, MailFacts facts) {
        if (policy == EncryptionPolicy.WHEN_DECLARED) {
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
