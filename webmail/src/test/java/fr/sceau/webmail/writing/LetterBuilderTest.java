package fr.sceau.webmail.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.mailbox.Correspondent;
import fr.sceau.webmail.mailbox.Heading;
import fr.sceau.webmail.mailbox.Letter;
import fr.sceau.webmail.mailbox.MessageId;
import fr.sceau.webmail.world.MailWorld;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.web.multipart.MultipartFile;

class LetterBuilderTest {
    private static final Correspondent SELF = new Correspondent("Dr Hélène Martin", MailWorld.DOCTOR);
    private final LetterBuilder builder =
            new LetterBuilder(Clock.fixed(Instant.parse("2026-11-20T08:00:00Z"), ZoneOffset.UTC));

    private MimeMessage build(String to, String subject, Optional<Letter> answered, MultipartFile... files)
            throws Exception {
        Draft draft = new Draft(to, "", subject, "Texte é", Optional.empty());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        builder.build(SELF, draft, answered, List.of(files)).writeTo(bytes);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static Letter letter() {
        Heading heading = new Heading(
                new MessageId(1, 1),
                Optional.empty(),
                List.of(),
                "s",
                Optional.empty(),
                true,
                false,
                Set.of(),
                List.of());
        return new Letter(
                heading,
                List.of(),
                List.of(),
                Optional.of("<b@x.test>"),
                "<a@x.test> <b@x.test>",
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    @Test
    void an_answer_continues_the_thread() throws Exception {
        MimeMessage message = build("a@x.test", "Re: s", Optional.of(letter()));
        assertThat(message.getHeader("In-Reply-To")).containsExactly("<b@x.test>");
        assertThat(message.getHeader("References", null).replaceAll("\\s+", " "))
                .isEqualTo("<a@x.test> <b@x.test>");
    }

    @Test
    void the_message_names_its_sender_and_not_the_machine() throws Exception {
        MimeMessage message = build("a@x.test", "s", Optional.empty());
        assertThat(message.getHeader("Message-ID", null)).matches("<[0-9a-f-]{36}@exemple\\.mssante\\.test>");
        assertThat(message.getFrom()[0].toString()).contains(MailWorld.DOCTOR);
        assertThat(message.getHeader("In-Reply-To")).isNull();
        assertThat(message.getHeader("Date", null)).startsWith("Fri, 20 Nov 2026");
    }

    @Test
    void an_attachment_leaves_byte_for_byte() throws Exception {
        byte[] bytes = "ligne\n\r\n\r.\nfin é".getBytes(StandardCharsets.ISO_8859_1);
        MimeMessage message = build(
                "a@x.test", "s", Optional.empty(), new MockMultipartFile("files", "résultat.hpr", "text/plain", bytes));
        BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(1);
        assertThat(part.getInputStream().readAllBytes()).isEqualTo(bytes);
        assertThat(part.getFileName()).isEqualTo("résultat.hpr");
        assertThat(part.getDisposition()).isEqualTo("attachment");
    }

    @Test
    void a_media_type_from_outside_cannot_break_the_message() throws Exception {
        for (String type : List.of("message/rfc822", "multipart/mixed", "text/plain\r\nX: y", "n'importe quoi")) {
            MimeMessage message = build(
                    "a@x.test", "s", Optional.empty(), new MockMultipartFile("files", "a.bin", type, new byte[] {1}));
            BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(1);
            assertThat(part.getContentType()).startsWith("application/octet-stream");
        }
    }

    @Test
    void a_subject_cannot_add_a_header_field() throws Exception {
        MimeMessage message = build("a@x.test", "s\r\nBcc: espion@x.test", Optional.empty());
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("s Bcc: espion@x.test");
    }

    @Test
    void a_bad_address_is_named_by_its_place_only() {
        for (String bad :
                List.of("pas une adresse", "a@x.test\r\nBcc: b@x.test", "<script>@x", "a@@x.test", "@x.test")) {
            assertThatThrownBy(() -> build("bon@x.test; " + bad.replace("\n", ""), "s", Optional.empty()))
                    .isInstanceOfSatisfying(WebmailException.class, e -> {
                        assertThat(e.refusal()).isEqualTo(Refusal.BAD_RECIPIENT);
                        assertThat(e.sentence()).isEqualTo("L'adresse n° 2 du champ « À » n'est pas valable.");
                        assertThat(e.getCause() == null ? "" : e.getCause().getMessage())
                                .doesNotContain("x.test");
                    });
        }
    }

    @Test
    void no_recipient_is_told_as_such() {
        assertThatThrownBy(() -> build(" , ", "s", Optional.empty()))
                .isInstanceOfSatisfying(
                        WebmailException.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_RECIPIENT));
    }
}
