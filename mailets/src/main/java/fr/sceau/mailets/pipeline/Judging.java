package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.facts.UnnamedRecipients;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.Layers;
import fr.sceau.smime.header.Routing;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.mailet.Mail;

/**
 * Judges a queued mail. When the directory stays away, the mail goes on all the same, as from a sender that could not be
 * established: fail closed on the label, never on the mail.
 */
final class Judging {
    private static final int PATIENCE = 4;

    private final Verification verification;

    Judging(Verification verification) {
        this.verification = verification;
    }

    /**
     * What the server wrote itself is not judged.
     *
     * @param mailboxes whose keys may open what is encrypted, for the signatures inside
     */
    void judge(Mail mail, MailFacts facts, Collection<String> mailboxes) throws IOException {
        if (facts.origin().isEmpty()) {
            return;
        }
        Layers layers = layers(mail, mailboxes);
        facts.verdict(layers);
        if (facts.submitted().isEmpty()) { // where it goes is for the author to say, who was logged in
            List<String> recipients = PipelineMailet.recipients(mail);
            UnnamedRecipients.of(mail)
                    .note(layers.routing(recipients).map(Routing::leftOut).orElse(List.of()));
        }
    }

    private Layers layers(Mail mail, Collection<String> mailboxes) throws IOException {
        MailMessage message = new MailMessage(mail);
        try {
            return verification.judge(message, mailboxes);
        } catch (MailetsException e) {
            if (e.isTransient() && RequeueLater.attempts(mail) < PATIENCE) {
                throw e;
            }
            return verification.judgeWithoutDirectory(message, mailboxes);
        }
    }
}
