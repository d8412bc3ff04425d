package fr.sceau.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Database;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.james.queue.api.MailQueue.MailQueueItem.CompletionStatus;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In a JVM of its own, whose whole heap is smaller than the mail. */
final class LargeMailTest {
    private static final int BLOCKS = 80;
    private static final int BLOCK = 1024 * 1024;

    @Test
    @Timeout(180)
    void a_mail_larger_than_the_heap_passes_through_the_queue_octet_for_octet() throws Exception {
        String url = ((HikariDataSource) TestPostgres.fresh()).getJdbcUrl();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeMailTest.class.getName(),
                        url)
                .redirectErrorStream(true)
                .start();
        String out = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(out).isZero();
        assertThat(out).contains("written=same", "read=same");
    }

    /** The child. */
    public static void main(String[] arguments) throws Exception {
        try (HikariDataSource database = Database.open(arguments[0], "postgres", "");
                PostgresMailQueueFactory factory = TestQueues.on(database)) {
            PostgresMailQueue queue = factory.createQueue(MailQueueName.of("large"));
            String sent = enqueue(queue);
            MailQueueItem item = TestMails.take(queue);
            MimeMessageWrapper message = (MimeMessageWrapper) item.getMail().getMessage();
            say("written", sent, digest(message::writeTo));
            say("read", sent, digest(out -> {
                try (InputStream in = message.getMessageInputStream()) {
                    in.transferTo(out);
                }
            }));
            item.done(CompletionStatus.SUCCESS);
        }
        System.exit(0);
    }

    private static String enqueue(PostgresMailQueue queue) throws Exception {
        MailImpl mail = MailImpl.builder()
                .name("large")
                .sender("a@un.test")
                .addRecipient("b@deux.test")
                .build();
        MimeMessageInputStreamSource source = MimeMessageInputStreamSource.create("large");
        String sent;
        try (OutputStream out = source.getWritableOutputStream()) {
            sent = digest(digesting -> write(digesting, out));
        }
        mail.setMessageContent(source);
        queue.enQueue(mail);
        mail.dispose();
        return sent;
    }

    private static void write(OutputStream first, OutputStream second) throws IOException {
        byte[] header = "Subject: grand\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        first.write(header);
        second.write(header);
        Random random = new Random(1);
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCKS; i++) {
            random.nextBytes(block);
            first.write(block);
            second.write(block);
        }
    }

    private static String digest(Writing writing) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            writing.to(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void say(String what, String expected, String found) {
        System.out.println(what + "=" + (expected.equals(found) ? "same" : "different"));
    }

    private interface Writing {
        void to(OutputStream out) throws Exception;
    }
}
