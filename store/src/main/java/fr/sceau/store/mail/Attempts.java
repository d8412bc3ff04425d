package fr.sceau.store.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.Mail;

/** Where those who try again count their failures: our RequeueLater, James' RemoteDelivery, James' spooler. */
public final class Attempts {
    private static final List<AttributeName> COUNTERS = Stream.of(
                    "sceau-attempts", "delivery_retry_count", "mail-processing-error-count")
            .map(AttributeName::of)
            .toList();

    private Attempts() {}

    /** How often the mail has failed. */
    public static int of(Mail mail) {
        return COUNTERS.stream()
                .map(counter -> AttributeUtils.getValueAndCastFromMail(mail, counter, Integer.class))
                .flatMap(Optional::stream)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    /** Nobody remembers that it ever failed. */
    public static void forget(Mail mail) {
        COUNTERS.forEach(mail::removeAttribute);
        mail.removeAttribute(Mail.MAILET_ERROR);
        mail.setErrorMessage(null);
    }
}
