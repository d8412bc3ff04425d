package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.keys.OperatorKeys;
import fr.sceau.mailets.policy.Policies;
import fr.sceau.mailets.policy.SignaturePolicy;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.keys.SigningKey;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/**
 * Signs what a mailbox under {@code on-behalf} submitted unsigned, with the key of its organisation. Stands before the
 * verification, so that the label tells what the recipient gets.
 */
public final class SignOnBehalf extends PipelineMailet {
    private static final String UNSIGNED = new SignatureVerdict.Unsigned().code();
    private static final String STEP = "signed";

    private final Policies policies;
    private final Accounts accounts;
    private final OperatorKeys keys;
    private final MessageSigner signer = new MessageSigner();

    @Inject
    public SignOnBehalf(Policies policies, Accounts accounts, OperatorKeys keys) {
        this.policies = policies;
        this.accounts = accounts;
        this.keys = keys;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException, SmimeException {
        Optional<String> author = facts.submitted()
                .map(Origin.Submitted::mailbox)
                .filter(mailbox -> policies.of(mailbox).signature() == SignaturePolicy.ON_BEHALF)
                .filter(mailbox -> facts.verdictCode().filter(UNSIGNED::equals).isPresent());
        if (author.isEmpty() || facts.isDone(STEP)) {
            return;
        }
        SigningKey key = key(author.get());
        MailMessage message = new MailMessage(mail);
        message.replace(out -> signer.sign(message, key, out));
        facts.forgetVerdict();
        facts.done(STEP);
    }

    private SigningKey key(String author) {
        return accounts.mailbox(author)
                .flatMap(mailbox -> keys.organisation(mailbox.structure(), mailbox.address()))
                .orElseThrow(() -> MailetsException.away(
                        "no key to sign on behalf of the mailbox's organisation", new IllegalStateException()));
    }
}
