package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.facts.Part;
import java.util.ArrayList;
import java.util.List;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;

/** Makes several mails out of one, each for some of its recipients, all of the same acceptance. */
final class Parting {
    private final MailetContext context;

    Parting(MailetContext context) {
        this.context = context;
    }

    /** The first group stays with the mail; the others go through the queue, so that each is tried again by itself. */
    void part(Mail mail, List<List<MailAddress>> groups) throws MessagingException {
        List<MailAddress> left = new ArrayList<>(mail.getRecipients());
        for (List<MailAddress> group : groups.subList(Math.min(1, groups.size()), groups.size())) {
            queue(mail, group);
            left.removeAll(group);
            mail.setRecipients(left); // should the next part fail, this one is not sent twice
        }
    }

    private void queue(Mail mail, List<MailAddress> group) throws MessagingException {
        MailImpl part = Part.of(mail);
        part.setRecipients(group);
        context.sendMail(part, Mail.DEFAULT);
    }
}
