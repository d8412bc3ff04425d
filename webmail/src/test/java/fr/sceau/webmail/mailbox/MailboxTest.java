package fr.sceau.webmail.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.world.Letters;
import fr.sceau.webmail.world.MailWorld;
import fr.sceau.webmail.world.Relay;
import fr.sceau.webmail.world.TestHome;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final MailWorld world = MailWorld.start();
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = world.open(MailWorld.DOCTOR);
    }

    @AfterEach
    void close() {
        mailbox.close();
        world.close();
    }

    private Heading newest() {
        return mailbox.list(MailFolder.INBOX, Optional.empty(), 10).headings().get(0);
    }

    @Test
    void a_heading_shows_sender_subject_keywords_and_the_raw_results() {
        world.deliver(
                MailWorld.DOCTOR,
                Letters.result(Letters.laboratoryResults("trusted"), "=?utf-8?Q?R=C3=A9sultat?="),
                "HPRIM");
        Heading heading = newest();
        assertThat(heading.from()).contains(new Correspondent("Laboratoire du Parc", MailWorld.LABORATORY));
        assertThat(heading.subject()).isEqualTo("Résultat");
        assertThat(heading.keywords()).anyMatch("hprim"::equalsIgnoreCase);
        assertThat(heading.authenticationResults()).singleElement().asString().contains("trusted");
        assertThat(heading.seen()).isFalse();
    }

    @Test
    void pages_follow_each_other_newest_first() {
        for (int i = 1; i <= 5; i++) {
            world.deliver(MailWorld.DOCTOR, Letters.result("", "n" + i));
        }
        HeadingPage first = mailbox.list(MailFolder.INBOX, Optional.empty(), 2);
        assertThat(first.headings()).extracting(Heading::subject).containsExactly("n5", "n4");
        assertThat(first.more()).isTrue();
        assertThat(first.total()).isEqualTo(5);
        assertThat(first.unread()).isEqualTo(5);
        HeadingPage second = mailbox.list(
                MailFolder.INBOX, Optional.of(first.headings().get(1).id()), 3);
        assertThat(second.headings()).extracting(Heading::subject).containsExactly("n3", "n2", "n1");
        assertThat(second.more()).isFalse();
    }

    @Test
    void reading_leaves_the_message_unread() {
        world.deliver(MailWorld.DOCTOR, Letters.result("", "n"));
        mailbox.read(MailFolder.INBOX, newest().id());
        assertThat(newest().seen()).isFalse();
        mailbox.markSeen(MailFolder.INBOX, newest().id(), true);
        assertThat(newest().seen()).isTrue();
    }

    @Test
    void text_is_the_body_and_the_signature_is_no_attachment() {
        world.deliver(MailWorld.DOCTOR, Letters.result("", "n"));
        Letter letter = mailbox.read(MailFolder.INBOX, newest().id());
        assertThat(letter.text()).get().asString().contains("Veuillez trouver ci-joint");
        assertThat(letter.attachments()).extracting(Attachment::name).containsExactly("résultat.hpr");
        assertThat(letter.messageId()).contains("<resultat-1@exemple.mssante.test>");
        assertThat(letter.references()).isEqualTo("<demande-1@exemple.mssante.test> <resultat-1@exemple.mssante.test>");
        assertThat(letter.opaque()).isFalse();
    }

    @Test
    void an_attachment_is_handed_out_byte_for_byte_and_as_text_in_its_character_set() {
        world.deliver(MailWorld.DOCTOR, Letters.result("", "n"));
        MessageId id = newest().id();
        String part = mailbox.read(MailFolder.INBOX, id).attachments().get(0).part();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mailbox.part(MailFolder.INBOX, id, part, in -> in.transferTo(bytes));
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1))
                .startsWith("0001\r\nMODELE\r\n")
                .contains("Hémoglobine");
        assertThat(mailbox.partText(MailFolder.INBOX, id, part)).contains("Hémoglobine");
    }

    @Test
    void an_enveloped_message_says_that_it_cannot_be_opened_here() {
        world.deliver(MailWorld.DOCTOR, """
                From: a@exemple.test
                Subject: x
                MIME-Version: 1.0
                Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m
                Content-Transfer-Encoding: base64

                MIIB
                """);
        Letter letter = mailbox.read(MailFolder.INBOX, newest().id());
        assertThat(letter.opaque()).isTrue();
        assertThat(letter.attachments()).extracting(Attachment::name).containsExactly("smime.p7m");
    }

    @Test
    void a_message_that_is_gone_or_made_up_is_told_as_such() {
        world.deliver(MailWorld.DOCTOR, Letters.result("", "n"));
        MessageId id = newest().id();
        assertRefused(Refusal.NO_SUCH_MESSAGE, new MessageId(id.validity(), id.uid() + 1), "1");
        assertRefused(Refusal.NO_SUCH_MESSAGE, new MessageId(id.validity() + 1, id.uid()), "1");
        assertRefused(Refusal.NO_SUCH_MESSAGE, id, "9");
        assertRefused(Refusal.NO_SUCH_MESSAGE, id, "1.9.9");
        assertRefused(Refusal.NO_SUCH_MESSAGE, id, "../1");
    }

    private void assertRefused(Refusal refusal, MessageId id, String part) {
        assertThatThrownBy(() -> mailbox.partText(MailFolder.INBOX, id, part))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }

    @Test
    void sent_mail_is_kept_and_the_folder_made_when_it_is_missing() throws Exception {
        assertThat(mailbox.list(MailFolder.SENT, Optional.empty(), 10).headings())
                .isEmpty();
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream("Subject: envoi\r\n\r\nBonjour\r\n".getBytes(StandardCharsets.US_ASCII)));
        mailbox.keepSent(message);
        Heading heading =
                mailbox.list(MailFolder.SENT, Optional.empty(), 10).headings().get(0);
        assertThat(heading.subject()).isEqualTo("envoi");
        assertThat(heading.seen()).isTrue();
    }

    @Test
    void a_connection_that_was_cut_is_opened_again() throws Exception {
        world.deliver(MailWorld.DOCTOR, Letters.result("", "n"));
        try (Relay relay = new Relay(world.imapsPort())) {
            ImapServer behind = new ImapServer("localhost", relay.port(), TestHome.SHARED.sockets());
            Mailbox far = Mailbox.open(behind, MailWorld.credentials(MailWorld.DOCTOR));
            for (int i = 0; i < 3; i++) {
                assertThat(far.list(MailFolder.INBOX, Optional.empty(), 10).headings())
                        .extracting(Heading::subject)
                        .containsExactly("n");
                relay.cut();
            }
            far.close();
        }
    }
}
