package fr.sceau.store.queue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import javax.mail.MessagingException;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.Mail;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Mails for tests, as SMTP makes them. */
final class TestMails {
    static final String TEXT = "Subject: bonjour\r\nFrom: a@un.test\r\n\r\nTexte.\r\n";

    private TestMails() {}

    static MailImpl mail(String name, String recipient) throws MessagingException {
        return mail(name, recipient, TEXT.getBytes(StandardCharsets.US_ASCII));
    }

    static MailImpl mail(String name, String recipient, byte[] octets) throws MessagingException {
        MailImpl mail = MailImpl.builder()
                .name(name)
                .sender("a@un.test")
                .addRecipient(recipient)
                .build();
        mail.setMessageContent(MimeMessageInputStreamSource.create(name, new ByteArrayInputStream(octets)));
        return mail;
    }

    static byte[] octets(Mail mail) throws IOException, MessagingException {
        return ((MimeMessageWrapper) mail.getMessage()).getMessageInputStream().readAllBytes();
    }

    static byte[] written(Mail mail, String... ignored) throws IOException, MessagingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        mail.getMessage().writeTo(out, ignored);
        return out.toByteArray();
    }

    /** The next mail of the queue, not done. */
    static MailQueueItem take(PostgresMailQueue queue) {
        MailQueueItem item = Flux.from(queue.deQueue()).next().block(Duration.ofSeconds(10));
        if (item == null) {
            throw new AssertionError("no mail");
        }
        return item;
    }

    /** Mails as they come, until the factory is closed. */
    static Iterator<MailQueueItem> taking(PostgresMailQueue queue) {
        return Flux.from(queue.deQueue())
                .subscribeOn(Schedulers.boundedElastic())
                .toIterable()
                .iterator();
    }
}
