package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.verify.Verification;
import fr.sceau.smime.Layers;
import fr.sceau.smime.header.Routing;
import java.io.IOException;
import java.util.List;
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
        if (facts.origin().isEmpty() || facts.verdictCode().isPresent()) {
            return;
        }
        Layers layers = layers(mail);
        facts.verdict(layers.verdict());
        if (facts.submitted().isEmpty()) { // where it goes is for the author to say, who was logged in
            facts.unnamed(layers.routing(recipients(mail)).map(Routing::leftOut).orElse(List.of()));
        }
    }

    private Layers layers(Mail mail) throws IOException {
        MailMessage message = new MailMessage(mail);
        try {
            return verification.judge(message, List.of());
        } catch (MailetsException e) {
            if (e.isTransient() && RequeueLater.attempts(mail) < PATIENCE) {
                throw e;
            }
            return verification.judgeWithoutDirectory(message, List.of());
        }
    }
}
