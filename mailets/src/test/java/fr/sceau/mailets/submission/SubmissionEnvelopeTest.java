package fr.sceau.mailets.submission;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.smtp.ClientBytes;
import fr.sceau.mailets.support.FakeSession;
import fr.sceau.mailets.support.World;
import java.nio.file.Path;
import java.util.List;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubmissionEnvelopeTest {
    @TempDir
    Path home = Path.of("");

    private World world;
    private FakeSession session;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
        session = FakeSession.loggedIn(LAB).envelope(LAB, List.of());
    }

    private HookResult mail(FakeSession from, String sender) throws Exception {
        return new SubmissionSender(world.accounts, world.refuser).doMail(from, FakeSession.sender(sender));
    }

    private HookResult rcpt(String recipient) throws Exception {
        return new SubmissionRecipient(world.configuration, world.accounts, world.operators, world.refuser)
                .doRcpt(session, MaybeSender.of(new MailAddress(LAB)), new MailAddress(recipient));
    }

    @Test
    void own_mailbox_may_send_whatever_its_case() throws Exception {
        assertThat(mail(session, LAB)).isEqualTo(HookResult.DECLINED);
        assertThat(mail(session, "Laboratoire@Exemple.mssante.test")).isEqualTo(HookResult.DECLINED);
    }

    @Test
    void other_sender_null_sender_and_no_login_are_refused() throws Exception {
        assertThat(mail(session, CLAIRE).getSmtpDescription()).startsWith("5.7.1 [sender-not-yours] ");
        assertThat(mail(session, "").getSmtpDescription()).startsWith("5.7.1 [sender-not-yours] ");
        assertThat(mail(FakeSession.anonymous(), LAB).getSmtpRetCode()).isEqualTo("530");
    }

    @ParameterizedTest
    @CsvSource({
        "claire.martin@exemple.mssante.test, ''",
        "inconnu@exemple.mssante.test, 5.1.1 [mailbox-unknown]",
        "docteur@partenaire.mssante.test, ''",
        "docteur@PARTENAIRE.mssante.test, ''",
        "docteur@sous.partenaire.mssante.test, 5.7.1 [recipient-outside-trust-space]",
        "quelqu.un@gmail.com, 5.7.1 [recipient-outside-trust-space]",
        "146026322000196@patient.mssante.fr, 5.7.1 [recipient-outside-trust-space]"
    })
    void recipients_are_our_mailboxes_and_listed_domains(String recipient, String refusal) throws Exception {
        HookResult result = rcpt(recipient);
        if (refusal.isEmpty()) {
            assertThat(result).isEqualTo(HookResult.DECLINED);
        } else {
            assertThat(result.getSmtpDescription()).startsWith(refusal);
            assertThat(String.join("\n", world.traceLines()))
                    .contains("\"event\":\"refused\"")
                    .doesNotContain("146026322000196");
        }
    }

    @Test
    void accounts_that_are_away_mean_try_later() throws Exception {
        world.accounts.away = true;
        assertThat(mail(session, LAB).getSmtpRetCode()).isEqualTo("451");
        assertThat(rcpt(CLAIRE).getSmtpRetCode()).isEqualTo("451");
    }

    @ParameterizedTest
    @CsvSource({
        "200000, ''",
        "200001, 5.3.4 [too-large]",
        "99999999999999999999, 5.3.4 [too-large]",
        "beaucoup, 5.5.4 [size-unreadable]"
    })
    void declared_size_is_judged_at_mail(String size, String refusal) {
        HookResult result = new ClientBytes(world.configuration, world.refuser).doMailParameter(session, "SIZE", size);
        assertThat(result == null ? "" : result.getSmtpDescription()).startsWith(refusal);
        assertThat(result == null).isEqualTo(refusal.isEmpty());
    }
}
