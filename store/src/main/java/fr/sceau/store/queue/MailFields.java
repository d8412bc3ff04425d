package fr.sceau.store.queue;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.queue.api.MailPrioritySupport;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;

/** What the queue reads in a mail to place it. */
final class MailFields {
    private static final Duration LONGEST_DELAY = Duration.ofDays(365_000);

    private MailFields() {}

    static int priority(Mail mail) {
        int wanted = AttributeUtils.getValueAndCastFromMail(mail, MailPrioritySupport.MAIL_PRIORITY, Integer.class)
                .orElse(MailPrioritySupport.NORMAL_PRIORITY);
        return Math.max(MailPrioritySupport.LOW_PRIORITY, Math.min(MailPrioritySupport.HIGH_PRIORITY, wanted));
    }

    /** The domain of the first recipient: those who part mail put recipients of one domain together. */
    static String destination(Mail mail) {
        return mail.getRecipients().stream()
                .findFirst()
                .map(recipient -> recipient.getDomain().asString().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** None when the mail is to go at once. */
    static Optional<Duration> delay(Duration wanted) {
        if (wanted.isNegative() || wanted.isZero()) {
            return Optional.empty();
        }
        return Optional.of(wanted.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wanted);
    }
}
