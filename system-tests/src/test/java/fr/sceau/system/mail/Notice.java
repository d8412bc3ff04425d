package fr.sceau.system.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.SmtpTalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A partner's word that a mailbox of his does not exist, to the doctor who wrote to it. */
public final class Notice {
    private final TestSceau sceau;

    public Notice(TestSceau sceau) {
        this.sceau = sceau;
    }

    /** Sends it and waits until it is in her mailbox. */
    public void send(String about, String messageId) throws IOException {
        String id = UUID.randomUUID() + "@" + Cast.PARTNER_DOMAIN;
        try (SmtpTalk smtp = new Outbox(sceau).asPartner()) {
            assertThat(smtp.send(
                                    "",
                                    List.of(Cast.CLAIRE),
                                    text(id, about, messageId).getBytes(StandardCharsets.US_ASCII))
                            .code())
                    .isEqualTo(250);
        }
        Inbox.of(sceau, Cast.CLAIRE).await(id);
    }

    private static String text(String id, String about, String messageId) {
        return String.join(
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
    }
}
