package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.Acceptance;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.header.HeaderField;
import fr.sceau.mailets.header.MalformedHeader;
import fr.sceau.mailets.header.MessageHeader;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/**
 * Removes from every message what only we may say: Authentication-Results under our name (RFC 8601 5) and fields named
 * X-Sceau-…; and Bcc, which is nobody's business after submission.
 */
public final class SenderOrigin extends PipelineMailet {
    private final String authservId;

    @Inject
    public SenderOrigin(MailetsConfiguration configuration) {
        this.authservId = configuration.authservId();
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException {
        Acceptance.of(mail); // what the server wrote itself gets its id here, before it is parted
        MailMessage message = new MailMessage(mail);
        MessageHeader header;
        try {
            header = MessageHeader.read(message);
        } catch (MalformedHeader e) {
            throw new MessagingException("header without end", e);
        }
        if (header.fields().stream().anyMatch(this::isNotTheirs)) {
            message.replace(header.rewritten(message, List.of(), this::isNotTheirs));
        }
    }

    private boolean isNotTheirs(HeaderField field) {
        return field.name().startsWith("x-sceau-")
                || field.name().equals("bcc")
                || field.name().equals("authentication-results") && speaksForUs(field.value());
    }

    /** Our name anywhere before the first result, however it is quoted or commented: then anywhere at all (RFC 5322 3.2.2, 3.2.4). */
    private boolean speaksForUs(String value) {
        String plain = value.replace("\\", "").toLowerCase(Locale.ROOT);
        int end = plain.indexOf(';');
        String identifier = end < 0 ? plain : plain.substring(0, end);
        boolean disguised = identifier.indexOf('(') >= 0 || identifier.indexOf('"') >= 0;
        return (disguised ? plain : identifier).contains(authservId);
    }
}
