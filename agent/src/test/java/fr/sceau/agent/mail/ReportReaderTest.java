package fr.sceau.agent.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ReportReaderTest {
    private static Optional<Receipt> read(String type, String status, String returned) throws Exception {
        String raw =
                "From: postmaster@exemple.test\r\nContent-Type: multipart/report; report-type=x; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n--b\r\nContent-Type: " + type + "\r\n\r\n"
                        + status
                        + "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n" + returned + "\r\n--b--\r\n";
        byte[] bytes = raw.getBytes(StandardCharsets.US_ASCII);
        return ReportReader.read(
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private static String delivery(String action) {
        return "Reporting-MTA: dns; x\r\nOriginal-Envelope-Id: abc\r\n\r\nFinal-Recipient: rfc822; a@b.c\r\nAction: "
                + action + "\r\nStatus: 2.0.0\r\n";
    }

    @Test
    void delivery_reports_say_delivered_failed_or_delayed() throws Exception {
        Receipt receipt = read("message/delivery-status", delivery("delivered"), "Message-ID: <m@b.c>\r\n")
                .orElseThrow();
        assertThat(receipt).isEqualTo(new Receipt(Optional.of("abc"), Optional.of("<m@b.c>"), "remis"));
        assertThat(read("message/delivery-status", delivery("failed"), "")
                        .orElseThrow()
                        .outcome())
                .isEqualTo("échec");
        assertThat(read("message/delivery-status", delivery("delayed"), "")
                        .orElseThrow()
                        .outcome())
                .isEqualTo("retardé");
    }

    @Test
    void disposition_notifications_tell_reading_from_failure() throws Exception {
        String status = "Original-Message-ID: <m@b.c>\r\nDisposition: automatic-action/MDN-sent-automatically; ";
        String type = "message/disposition-notification";
        assertThat(read(type, status + "displayed\r\n", "").orElseThrow())
                .isEqualTo(new Receipt(Optional.empty(), Optional.of("<m@b.c>"), "lu"));
        assertThat(read(type, status + "processed\r\n", "").orElseThrow().outcome())
                .isEqualTo("traité");
        assertThat(read(type, status + "processed/Error: 902^inconnu\r\n", "")
                        .orElseThrow()
                        .outcome())
                .isEqualTo("échec de l'intégration");
    }

    @Test
    void other_reports_and_ordinary_mail_are_no_receipts() throws Exception {
        assertThat(read("text/plain", "Action: delivered\r\n", "")).isEmpty();
        assertThat(read("message/delivery-status", "Reporting-MTA: dns; x\r\n", ""))
                .isEmpty();
    }
}
