package fr.sceau.agent.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.sceau.agent.Secret;
import fr.sceau.agent.mail.ServerAccess;
import fr.sceau.agent.mail.TlsMode;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Receipts read over IMAP from a mailbox that also holds other mail. */
@Timeout(60)
class ReceiptTest {
    private static final Pattern ENVELOPE_ID = Pattern.compile("ENVID=([0-9a-f]+)");

    private static MimeMessage mail(String raw) {
        try {
            byte[] bytes = raw.getBytes(StandardCharsets.US_ASCII);
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeMessage delivered(String envelopeId) {
        return mail("Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nOriginal-Envelope-Id: " + envelopeId
                + "\r\n\r\nAction: delivered\r\n\r\n--b--\r\n");
    }

    private static GreenMail imap(Laboratory laboratory) throws Exception {
        System.setProperty(
                "greenmail.tls.keystore.file", laboratory.serverKeys().toString());
        System.setProperty("greenmail.tls.keystore.password", Laboratory.PASSWORD);
        GreenMail imap = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS));
        imap.start();
        return imap;
    }

    @Test
    void receipt_in_the_laboratorys_mailbox_reaches_the_report(@TempDir Path home) throws Exception {
        Laboratory laboratory = new Laboratory(home);
        laboratory.result("a.hpr", "un");
        GreenMail imap = imap(laboratory);
        GreenMailUser user = imap.setUser(Laboratory.FROM, Laboratory.FROM, Laboratory.PASSWORD);
        user.deliver(mail("Subject: autre\r\n\r\nBonjour\r\n"));
        user.deliver(delivered("0000"));
        try (ScriptedServer server = laboratory.server(new ScriptedServer.Script() {})) {
            ServerAccess mailbox = new ServerAccess(
                    "localhost",
                    imap.getImaps().getPort(),
                    TlsMode.TLS,
                    Laboratory.FROM,
                    Secret.of(Laboratory.PASSWORD));
            BatchOptions options = laboratory
                    .options(server.port(), Duration.ofSeconds(5), false)
                    .withReceipts(mailbox, Duration.ofSeconds(20));
            BatchSummary summary = new Batch(options, new Delivering(server, user)).run();
            assertThat(summary.receipts()).isEqualTo(1);
            assertThat(laboratory.reportLines()).singleElement().asString().contains(";accepté;;remis;<");
        } finally {
            imap.stop();
        }
    }

    /** Delivers the report once the batch has begun to wait for it. */
    private record Delivering(ScriptedServer server, GreenMailUser user) implements BatchListener {
        @Override
        public void awaitingReceipts(int missing) {
            if (missing > 0) {
                Matcher matcher = ENVELOPE_ID.matcher(String.join(" ", server.commands()));
                assertThat(matcher.find()).isTrue();
                user.deliver(delivered(matcher.group(1)));
            }
        }
    }
}
