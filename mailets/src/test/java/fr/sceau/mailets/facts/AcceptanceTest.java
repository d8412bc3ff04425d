package fr.sceau.mailets.facts;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.support.Mails;
import java.util.List;
import java.util.UUID;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;

/** The id under which deliveries are remembered. */
final class AcceptanceTest {
    private static Mail mail() throws Exception {
        return Mails.mail(Mails.clear(LAB, CLAIRE), LAB, CLAIRE, PAUL);
    }

    private static UUID answer(Mail to, String state) throws Exception {
        Mail answer = MailImpl.duplicate(to);
        answer.setState(state);
        MailFacts.of(answer).becomeOurAnswer();
        return Acceptance.of(answer);
    }

    @Test
    void same_bytes_accepted_twice_have_two_ids() throws Exception {
        Mail first = mail();
        Mail second = mail();
        Acceptance.begin(first);
        Acceptance.begin(second);
        assertThat(Acceptance.of(first)).isNotEqualTo(Acceptance.of(second));
        assertThat(Acceptance.of(first).version()).isEqualTo(7);
    }

    @Test
    void a_part_keeps_the_id_of_its_mail() throws Exception {
        Mail mail = mail();
        Acceptance.begin(mail);
        Mail part = MailImpl.duplicate(mail);
        part.setRecipients(List.of(new MailAddress(PAUL)));
        assertThat(Acceptance.of(part)).isEqualTo(Acceptance.of(mail));
    }

    @Test
    void what_the_server_writes_has_one_id_for_all_attempts_and_parts() throws Exception {
        Mail written = mail();
        UUID id = Acceptance.of(written);
        assertThat(Acceptance.of(mail()))
                .as("read again from the queue under its name")
                .isEqualTo(id);
        assertThat(Acceptance.of(MailImpl.duplicate(written))).isEqualTo(id);
    }

    @Test
    void each_kind_of_answer_about_the_same_recipients_has_one_id_of_its_own() throws Exception {
        Mail mail = mail();
        Acceptance.begin(mail);
        UUID receipt = answer(mail, "receipt");
        assertThat(answer(mail, "receipt")).isEqualTo(receipt);
        assertThat(answer(mail, "returned")).isNotEqualTo(receipt);
        mail.setRecipients(List.of(new MailAddress(PAUL)));
        assertThat(answer(mail, "receipt")).isNotEqualTo(receipt);
    }
}
