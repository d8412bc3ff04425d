package fr.sceau.mailets.facts;

import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;

/**
 * Another envelope around the same message, for a queue that reads it at once. Copying the message would also hide from the
 * queue that it has these octets already.
 */
public final class Part {
    private Part() {}

    /** A new mail with the message of {@code mail}, which remains its owner: the part is not to be disposed of. */
    public static MailImpl of(Mail mail) throws MessagingException {
        MimeMessage message = mail.getMessage();
        MailImpl part = MailImpl.duplicateWithoutMessage(mail).build();
        if (message instanceof MimeMessageWrapper wrapper) {
            part.setMessageNoCopy(wrapper);
        } else {
            part.setMessage(message);
        }
        return part;
    }
}
