package fr.sceau.webmail.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import fr.sceau.webmail.mailbox.Correspondent;
import fr.sceau.webmail.world.MailWorld;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionTest {
    private static final String TWO = "a@exemple.mssante.test, b@exemple.mssante.test";

    private static MimeMessage message(String to) {
        return new LetterBuilder(Clock.systemUTC())
                .build(
                        new Correspondent("Dr Claire Martin", MailWorld.DOCTOR),
                        new Draft(to, "", "Objet", "Bonjour", Optional.empty()),
                        Optional.empty(),
                        List.of());
    }

    private static WebmailException refused(Map<String, String> replies, String to) throws Exception {
        try (ScriptedServer server = new ScriptedServer(replies)) {
            Submission submission = new Submission(server.address());
            return catchThrowableOfType(
                    WebmailException.class,
                    () -> submission.send(message(to), MailWorld.credentials(MailWorld.DOCTOR)));
        }
    }

    @Test
    void a_message_is_handed_in_under_the_own_login_over_tls() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of())) {
            new Submission(server.address()).send(message(TWO), MailWorld.credentials(MailWorld.DOCTOR));
            assertThat(server.heard())
                    .contains("AUTH", "Bonjour")
                    .anyMatch(line -> line.startsWith("MAIL FROM:<" + MailWorld.DOCTOR))
                    .anyMatch(line -> line.startsWith("RCPT TO:<b@exemple"));
        }
    }

    @Test
    void the_sentence_of_a_refusal_after_the_content_reaches_the_person() throws Exception {
        WebmailException e = refused(
                Map.of(".", "550 5.7.1 [signature-required] Le message doit etre signe"), "a@exemple.mssante.test");
        assertThat(e.refusal()).isEqualTo(Refusal.SUBMISSION_REFUSED);
        assertThat(e.sentence()).isEqualTo("Le message doit etre signe");
    }

    @Test
    void the_refused_recipient_is_named_by_its_place() throws Exception {
        WebmailException e = refused(
                Map.of("RCPT TO:<b@", "550 5.7.1 [outside-trust-space] Destinataire hors de l'espace de confiance"),
                TWO);
        assertThat(e.sentence()).isEqualTo("Destinataire n° 2 : Destinataire hors de l'espace de confiance");
    }

    @Test
    void one_refused_recipient_sends_nothing_to_anybody() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of("RCPT TO:<b@", "550 5.1.1 [unknown] Inconnu"))) {
            Submission submission = new Submission(server.address());
            WebmailException e = catchThrowableOfType(
                    WebmailException.class,
                    () -> submission.send(message(TWO), MailWorld.credentials(MailWorld.DOCTOR)));
            assertThat(e.refusal()).isEqualTo(Refusal.SUBMISSION_REFUSED);
            assertThat(server.heard()).doesNotContain("DATA", "Bonjour");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.7.1 [x] Refus pour 190017612345678@patient.mssante.fr ici|Refus pour (masqué) ici",
                "550 5.7.1 [x] Identite 190017612345678 inconnue|Identite (masqué) inconnue",
                "550 relay denied for /var/lib/x|Le serveur a refusé le message ; il n'a pas été envoyé."
            })
    void neither_patients_nor_mechanisms_are_repeated(String reply, String sentence) throws Exception {
        assertThat(refused(Map.of(".", reply), "a@exemple.mssante.test").sentence())
                .isEqualTo(sentence);
    }

    @Test
    void a_sentence_on_two_lines_is_joined() throws Exception {
        String reply = "550-5.7.1 [x] Une phrase\r\n550 5.7.1 sur deux lignes";
        assertThat(refused(Map.of(".", reply), "a@exemple.mssante.test").sentence())
                .isEqualTo("Une phrase sur deux lignes");
    }

    @Test
    void a_temporary_refusal_says_to_try_again() throws Exception {
        WebmailException e = refused(Map.of(".", "451 4.3.0 plus tard"), "a@exemple.mssante.test");
        assertThat(e.refusal()).isEqualTo(Refusal.SUBMISSION_AWAY);
        assertThat(e.isTransient()).isTrue();
    }

    @Test
    void a_line_cut_after_the_content_is_told_as_unknown() throws Exception {
        assertThat(refused(Map.of(".", ""), "a@exemple.mssante.test").refusal()).isEqualTo(Refusal.OUTCOME_UNKNOWN);
    }

    @Test
    void a_refused_login_is_told_as_such() throws Exception {
        assertThat(refused(Map.of("AUTH", "535 5.7.8 non"), "a@exemple.mssante.test")
                        .refusal())
                .isEqualTo(Refusal.LOGIN_REFUSED);
    }

    @Test
    void no_server_is_told_as_away() throws Exception {
        ScriptedServer closed = new ScriptedServer(Map.of());
        closed.close();
        WebmailException e = catchThrowableOfType(WebmailException.class, () -> new Submission(closed.address())
                .send(message("a@exemple.mssante.test"), MailWorld.credentials(MailWorld.DOCTOR)));
        assertThat(e.refusal()).isEqualTo(Refusal.SUBMISSION_AWAY);
    }
}
