package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import java.util.Optional;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.Mail;

/**
 * Stands before a mailet that answers in our own name (receipts, failure notices): what was found out about the original
 * must not become a fact about the answer, and the answer gives back headers only (RFC 3461 4.3), never content that was
 * opened here.
 */
public final class InOurName extends PipelineMailet {
    @Override
    void process(Mail mail, MailFacts facts) {
        facts.becomeOurAnswer();
        mail.dsnParameters()
                .flatMap(asked ->
                        DsnParameters.of(asked.getEnvIdParameter(), Optional.empty(), asked.getRcptParameters()))
                .ifPresent(mail::setDsnParameters);
    }
}
