package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Correspondents;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A partner says that a mailbox of his does not exist: the writer reads it, and the server remembers. */
final class NoticeDialogueTest {
    private final TestSceau sceau = TestSceau.shared();
    private final Outbox outbox = new Outbox(sceau);
    private final Correspondents correspondents = new Correspondents(sceau);

    private void notice(String about, String messageId) throws IOException {
        String id = UUID.randomUUID() + "@" + Cast.PARTNER_DOMAIN;
        String notice = String.join(
                "\r\n",
                "From: <postmaster@" + Cast.PARTNER_DOMAIN + ">",
                "To: <" + Cast.CLAIRE + ">",
                "Subject: Message non distribue",
                "Message-ID: <" + id + ">",
                "MIME-Version: 1.0",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "Cette boite n'existe pas.",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Reporting-MTA: dns; mx." + Cast.PARTNER_DOMAIN,
                "",
                "Final-Recipient: rfc822; " + about,
                "Action: failed",
                "Status: 5.1.1",
                "",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: <" + messageId + ">",
                "",
                "--b--",
                "");
        try (SmtpTalk smtp = outbox.asPartner()) {
            assertThat(smtp.send("", List.of(Cast.CLAIRE), notice.getBytes(StandardCharsets.US_ASCII))
                            .code())
                    .isEqualTo(250);
        }
        Inbox.of(sceau, Cast.CLAIRE).await(id);
    }

    @Test
    void a_notice_about_a_submission_of_ours_is_remembered_and_no_other() throws IOException {
        Letter letter = Letter.result(Cast.CLAIRE, Cast.CLAIRE);
        assertThat(outbox.submit(Cast.CLAIRE, Cast.CLAIRE, letter.bytes()).code())
                .isEqualTo(250);
        String invented = "invented@" + Cast.PARTNER_DOMAIN;
        notice(invented, "never-submitted@" + Cast.DOMAIN);
        String gone = "gone@" + Cast.PARTNER_DOMAIN;
        notice(gone, letter.id());
        Await.until("remembered", Duration.ofSeconds(20), () -> correspondents
                .failure(gone)
                .isPresent());
        assertThat(correspondents.failure(gone)).contains("5.1.1");
        assertThat(correspondents.failure(invented)).isEmpty();
    }
}
