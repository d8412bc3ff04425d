package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.SignatureVerdict;
import java.io.IOException;
import javax.inject.Inject;
import org.apache.mailet.Mail;

/**
 * Establishes the verdict where no hook has done so: mail from other operators, and mail signed here. When the directory
 * stays away, the mail is delivered all the same, as from a sender that could not be established: fail closed on the
 * label, never on the mail.
 */
public final class Verify extends PipelineMailet {
    private static final int PATIENCE = 4;

    private final Verification verification;

    @Inject
    public Verify(Verification verification) {
        this.verification = verification;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException {
        if (facts.origin().isPresent() && facts.verdictCode().isEmpty()) {
            facts.verdict(verdict(mail));
        }
    }

    private SignatureVerdict verdict(Mail mail) throws IOException {
        MailMessage message = new MailMessage(mail);
        try {
            return verification.verify(message);
        } catch (MailetsException e) {
            if (e.isTransient() && RequeueLater.attempts(mail) < PATIENCE) {
                throw e;
            }
            return verification.verifyWithoutDirectory(message);
        }
    }
}
