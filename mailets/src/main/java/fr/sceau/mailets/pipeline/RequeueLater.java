package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The end of the error processor: whatever failed is tried again from the start, after a delay that doubles from
 * {@code firstDelay} to {@code longestDelay} seconds; after {@code attempts} failures it is parked in {@code repository}
 * with an alert in the log. An outage never bounces, and poison never loops hot.
 */
public final class RequeueLater extends PipelineMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(RequeueLater.class);
    private static final AttributeName ATTEMPTS = AttributeName.of("sceau-attempts");
    private static final int MOST_DOUBLINGS = 20;

    private final MailRepositoryStore repositories;
    private final Trace trace;

    private Duration firstDelay = Duration.ZERO;
    private Duration longestDelay = Duration.ZERO;
    private int mostAttempts;
    private MailRepositoryUrl parking = MailRepositoryUrl.from("postgres://parked");

    @Inject
    public RequeueLater(MailRepositoryStore repositories, Trace trace) {
        this.repositories = repositories;
        this.trace = trace;
    }

    /** How often this mail has failed. */
    static int attempts(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, ATTEMPTS, Integer.class)
                .orElse(0);
    }

    @Override
    public void init() throws MessagingException {
        firstDelay = Duration.ofSeconds(positive("firstDelay"));
        longestDelay = Duration.ofSeconds(positive("longestDelay"));
        mostAttempts = positive("attempts");
        parking = MailRepositoryUrl.from(required("repository"));
    }

    @Override
    void process(Mail mail, MailFacts facts) throws MessagingException, IOException {
        int failures = attempts(mail) + 1;
        mail.setAttribute(new Attribute(ATTEMPTS, AttributeValue.of(failures)));
        mail.removeAttribute(Mail.MAILET_ERROR);
        forgetTouches(mail);
        if (failures < mostAttempts || !park(mail, failures)) {
            requeue(mail, failures);
        }
        mail.setState(Mail.GHOST);
    }

    /** javax.mail would "save" fields that a failed delivery has touched: then a fresh copy of the bytes goes on. */
    private static void forgetTouches(Mail mail) throws MessagingException, IOException {
        if (!(mail.getMessage() instanceof MimeMessageWrapper wrapper) || wrapper.isModified()) {
            MailMessage message = new MailMessage(mail);
            message.replace(message.open());
        }
    }

    private void requeue(Mail mail, int failures) throws MessagingException {
        Duration delay = delay(failures);
        LOGGER.warn("mail {} failed {} times, tried again in {} s", mail.getName(), failures, delay.toSeconds());
        getMailetContext().sendMail(mail, Mail.DEFAULT, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration delay(int failures) {
        Duration doubled = firstDelay.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestDelay) > 0 ? longestDelay : doubled;
    }

    /** False when the repository is away too; the mail then stays in the queue. */
    private boolean park(Mail mail, int failures) {
        try {
            repositories.select(parking).store(mail);
        } catch (MessagingException | MailRepositoryStore.MailRepositoryStoreException e) {
            LOGGER.error("mail {} cannot be parked", mail.getName(), e);
            return false;
        }
        LOGGER.error("ALERT mail {} parked after {} failures in {}", mail.getName(), failures, parking.asString());
        trace.write(TraceEntry.of(Event.PARKED)
                .with(Field.MAIL, mail.getName())
                .with(Field.SENDER, mail.getMaybeSender().asString())
                .with(Field.RECIPIENTS, recipients(mail)));
        return true;
    }

    private int positive(String name) throws MessagingException {
        String value = required(name);
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new MessagingException(name + " must be a positive number");
        }
        return Integer.parseInt(value);
    }

    private String required(String name) throws MessagingException {
        return getInitParameterAsOptional(name)
                .orElseThrow(() -> new MessagingException(name + " is missing in the configuration of RequeueLater"));
    }
}
