package fr.sceau.mailets.facts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeUtils;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/**
 * The id of one accepted mail: the same for all its parts and all its attempts, whatever becomes of its name or bytes.
 * What was delivered is remembered under it, so that no mailbox gets a mail twice; two mails never share one, so that
 * none is taken for another.
 */
public final class Acceptance {
    static final AttributeName ID = AttributeName.of("sceau-acceptance");
    private static final Random RANDOM = new SecureRandom();

    private Acceptance() {}

    /** Gives a mail that is being accepted from outside its id. */
    public static void begin(Mail mail) {
        set(mail, timeOrdered());
    }

    /**
     * The id of this mail. Mail without one was written by the server itself: its name, which stays with it in the queue,
     * then makes the id, so that a second attempt finds the same.
     */
    public static UUID of(Mail mail) {
        return known(mail).orElseGet(() -> {
            set(mail, derived("mail", mail.getName()));
            return known(mail).orElseThrow();
        });
    }

    /** Turns a mail into our answer to it: one id for each kind of answer about the same recipients. */
    static void answer(Mail mail) {
        String about = mail.getRecipients().stream()
                .map(MailAddress::asString)
                .sorted()
                .collect(Collectors.joining(" "));
        set(mail, derived("answer", of(mail) + " " + mail.getState() + " " + about));
    }

    private static Optional<UUID> known(Mail mail) {
        return AttributeUtils.getValueAndCastFromMail(mail, ID, String.class).map(UUID::fromString);
    }

    private static void set(Mail mail, UUID id) {
        mail.setAttribute(new Attribute(ID, AttributeValue.of(id.toString())));
    }

    private static UUID derived(String kind, String text) {
        return UUID.nameUUIDFromBytes((kind + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    /** RFC 9562 5.7: what is written together stands together in the index. */
    private static UUID timeOrdered() {
        long high = System.currentTimeMillis() << 16 | 0x7000 | RANDOM.nextInt(0x1000);
        long low = 0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
