package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.operators.DistinguishedName;
import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.outcome.DeliveryMemory;
import fr.sceau.mailets.outcome.DeliveryReport;
import fr.sceau.mailets.outcome.ReportReader;
import fr.sceau.smime.facts.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/**
 * Remembers what a notice from another operator says of a mailbox. It is believed of mailboxes of his own domains only, and
 * about messages that were submitted in the name of the mailbox that it came to.
 */
public final class LearnFromNotice extends PipelineMailet {
    private final DeliveryMemory memory;
    private final Operators operators;

    @Inject
    public LearnFromNotice(DeliveryMemory memory, Operators operators) {
        this.memory = memory;
        this.operators = operators;
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException {
        if (mail.hasSender() || mail.getRecipients().size() != 1) {
            return; // RFC 3464 2, RFC 8098 3: a notice has no return path
        }
        Set<String> domains = facts.origin()
                .filter(Origin.Operator.class::isInstance)
                .map(Origin.Operator.class::cast)
                .map(operator -> operators.domainsOf(DistinguishedName.parse(operator.dn())))
                .orElse(Set.of());
        if (!domains.isEmpty()) {
            learn(mail, domains);
        }
    }

    private void learn(Mail mail, Set<String> domains) throws IOException, MessagingException {
        Optional<DeliveryReport> report = report(mail);
        String mailbox = mail.getRecipients().iterator().next().asString();
        OptionalLong octets = report.map(found -> memory.submitted(mailbox, found.messageId()))
                .orElse(OptionalLong.empty());
        if (octets.isEmpty()) {
            return;
        }
        for (DeliveryReport.Line line : report.orElseThrow().about()) {
            if (domains.contains(line.address().substring(line.address().indexOf('@') + 1))) {
                learn(mail, line, octets.getAsLong());
            }
        }
    }

    private void learn(Mail mail, DeliveryReport.Line line, long octets) throws IOException, MessagingException {
        if (line instanceof DeliveryReport.Failed failed) {
            memory.cameBack(failed.address(), failed.failure(), octets);
        } else if (line instanceof DeliveryReport.Arrived arrived) {
            memory.arrived(arrived.address(), arrived.processed() ? TakenIn.by(mail) : Set.of(), octets);
        }
    }

    private static Optional<DeliveryReport> report(Mail mail) throws IOException {
        try (InputStream message = new MailMessage(mail).open()) {
            return ReportReader.read(message);
        }
    }
}
