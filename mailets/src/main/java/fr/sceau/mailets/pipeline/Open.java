package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.Opening;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.smime.facts.Seal;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/**
 * Opens the envelope of a message to a mailbox whose key the operator holds. What cannot be opened stays as it came and
 * is delivered sealed.
 */
public final class Open extends PipelineMailet {
    private static final String STEP = "opened";

    private final Accounts accounts;
    private final Verification verification;
    private final LargeMailGate gate;

    @Inject
    public Open(Accounts accounts, Verification verification, LargeMailGate gate) {
        this.accounts = accounts;
        this.verification = verification;
        this.gate = gate;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException {
        if (facts.isDone(STEP)) {
            return;
        }
        try (LargeMailGate.Passage passage = gate.enter(mail.getMessageSize())) {
            open(mail, facts);
        }
        facts.done(STEP);
    }

    private void open(Mail mail, MailFacts facts) throws IOException, MessagingException {
        MailMessage message = new MailMessage(mail);
        Opening opening = verification.open(message, operatorHeld(mail));
        if (opening instanceof Opening.Opened opened) {
            message.replace(opened.message().open());
            facts.seal(Seal.OPENED);
        } else if (opening instanceof Opening.NotEncrypted) {
            facts.seal(Seal.CLEAR);
        } else {
            facts.seal(Seal.SEALED);
            facts.verdict(new SignatureVerdict.Sealed()); // whatever another recipient's copy showed
        }
    }

    private List<String> operatorHeld(Mail mail) {
        return recipientStream(mail)
                .flatMap(recipient -> accounts.mailbox(recipient).stream())
                .filter(mailbox -> mailbox.custody() == Custody.OPERATOR)
                .map(LocalMailbox::address)
                .toList();
    }
}
