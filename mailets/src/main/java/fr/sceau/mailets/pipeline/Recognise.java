package fr.sceau.mailets.pipeline;

import fr.sceau.documents.Recogniser;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.james.core.Username;
import org.apache.mailet.Mail;
import org.apache.mailet.StorageDirective;

/** Labels a message with what it carries, as IMAP keywords. Advice only: without it the message is delivered unlabelled. */
public final class Recognise extends PipelineMailet {
    private final Recogniser recogniser = new Recogniser();

    @Override
    void process(Mail mail, MailFacts facts) throws IOException {
        Set<String> keywords;
        try (InputStream in = new MailMessage(mail).open()) {
            keywords = recogniser.recognise(in).keywords();
        }
        if (keywords.isEmpty()) {
            return;
        }
        StorageDirective directive =
                StorageDirective.builder().keywords(Optional.of(keywords)).build();
        recipientStream(mail)
                .map(Username::of)
                .flatMap(directive::encodeAsAttributes)
                .forEach(mail::setAttribute);
    }
}
