package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.KnownOutage;
import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/**
 * One step between queue and mailbox. A step that fails leaves the mail as it found it and throws, so that the mail can
 * run through the whole pipeline again; what may happen only once is noted in the facts.
 */
abstract class PipelineMailet extends GenericMailet {
    @Override
    public final void service(Mail mail) throws MessagingException {
        try {
            process(mail, MailFacts.of(mail));
        } catch (IOException | SmimeException | MailetsException e) {
            throw KnownOutage.ofToken(e)
                    .<MessagingException>map(away -> new KnownOutage("the mail waits: " + away.getMessage()))
                    .orElseGet(() -> new MessagingException(getClass().getSimpleName() + " failed", e));
        }
    }

    abstract void process(Mail mail, MailFacts facts) throws IOException, MessagingException, SmimeException;

    @Override
    public String getMailetInfo() {
        return getClass().getSimpleName();
    }

    static List<String> recipients(Mail mail) {
        return recipientStream(mail).toList();
    }

    static Stream<String> recipientStream(Mail mail) {
        return mail.getRecipients().stream().map(MailAddress::asString);
    }
}
