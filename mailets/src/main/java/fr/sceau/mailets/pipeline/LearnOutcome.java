package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.outcome.DeliveryMemory;
import fr.sceau.mailets.outcome.Failure;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;

/** Remembers that other operators took our mail over or sent it back; {@code outcome} says which. */
public final class LearnOutcome extends PipelineMailet {
    private static final AttributeName ERROR = AttributeName.of("delivery-error"); // set by James' RemoteDelivery

    private final DeliveryMemory memory;
    private final MailetsConfiguration configuration;
    private boolean sent;

    @Inject
    public LearnOutcome(DeliveryMemory memory, MailetsConfiguration configuration) {
        this.memory = memory;
        this.configuration = configuration;
    }

    @Override
    public void init() throws MessagingException {
        String outcome = getInitParameterAsOptional("outcome").orElse("");
        if (!List.of("sent", "returned").contains(outcome)) {
            throw new MessagingException("outcome of LearnOutcome is neither sent nor returned");
        }
        sent = outcome.equals("sent");
    }

    @Override
    void process(Mail mail, MailFacts facts) {
        long octets = facts.octets();
        List<String> others = mail.getRecipients().stream()
                .filter(address -> !configuration.isOurs(address.getDomain().asString()))
                .map(MailAddress::asString)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
        if (sent) {
            memory.tookOver(others, octets);
        } else {
            String error = AttributeUtils.getValueAndCastFromMail(mail, ERROR, String.class)
                    .orElse("");
            others.forEach(address -> memory.refused(address, failure(error, address, others.size()), octets));
        }
    }

    /** James keeps the words that were said of one recipient, whichever of several it was. */
    private static Failure failure(String error, String address, int recipients) {
        boolean meant = recipients == 1 || error.toLowerCase(Locale.ROOT).contains(address);
        return meant ? Failure.of(error) : Failure.UNEXPLAINED;
    }
}
