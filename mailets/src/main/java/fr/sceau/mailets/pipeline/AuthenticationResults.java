package fr.sceau.mailets.pipeline;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.header.HeaderField;
import fr.sceau.mailets.header.MalformedHeader;
import fr.sceau.mailets.header.MessageHeader;
import fr.sceau.smime.facts.MessageFacts;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;

/** Puts what was found out in front of the message (RFC 8601 4.1), for webmail and clients. */
public final class AuthenticationResults extends PipelineMailet {
    private final String authservId;

    @Inject
    public AuthenticationResults(MailetsConfiguration configuration) {
        this.authservId = configuration.authservId();
    }

    @Override
    void process(Mail mail, MailFacts facts) throws IOException, MessagingException {
        Optional<HeaderField> field = facts.all().map(this::field);
        if (field.isEmpty()) {
            return;
        }
        MailMessage message = new MailMessage(mail);
        try {
            message.replace(MessageHeader.read(message).rewritten(message, List.of(field.get()), dropped -> false));
        } catch (MalformedHeader e) {
            throw new MessagingException("header without end", e);
        }
    }

    private HeaderField field(MessageFacts facts) {
        String value = facts.toHeaderValue(authservId).replace("; ", ";\r\n "); // RFC 5322 2.2.3
        return new HeaderField("Authentication-Results: " + value);
    }
}
