package fr.sceau.mailets.pipeline;

import fr.sceau.documents.Recogniser;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import java.io.IOException;
import java.io.InputStream;
import org.apache.mailet.Mail;

/** Finds out what a message carries, for its IMAP keywords and the record beside it. Advice only: without it the message is
 * delivered unlabelled. */
public final class Recognise extends PipelineMailet {
    private final Recogniser recogniser = new Recogniser();

    @Override
    void process(Mail mail, MailFacts facts) throws IOException {
        try (InputStream in = new MailMessage(mail).open()) {
            facts.recognition(recogniser.recognise(in));
        }
    }
}
