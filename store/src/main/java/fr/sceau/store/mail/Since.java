package fr.sceau.store.mail;

import java.time.Instant;
import java.util.Optional;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/** When a mail first entered a queue: travels with it from attempt to attempt. */
public final class Since {
    private static final AttributeName MILLIS = AttributeName.of("sceau-since");

    private Since() {}

    /** None for mail that comes for the first time. */
    public static Optional<Instant> of(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, MILLIS, Long.class).map(Instant::ofEpochMilli);
    }

    public static void note(Mail mail, Instant since) {
        mail.setAttribute(new Attribute(MILLIS, AttributeValue.of(since.toEpochMilli())));
    }
}
