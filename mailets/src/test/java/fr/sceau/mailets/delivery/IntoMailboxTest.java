package fr.sceau.mailets.delivery;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.facts.Acceptance;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.support.FakeAccounts;
import fr.sceau.mailets.support.FakeBoxes;
import fr.sceau.mailets.support.Mails;
import fr.sceau.smime.SignatureVerdict;
import java.nio.charset.StandardCharsets;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The last step of local mail. */
final class IntoMailboxTest {
    private final FakeBoxes boxes = new FakeBoxes();
    private final FakeAccounts accounts = new FakeAccounts();
    private final FakeMailContext context = FakeMailContext.defaultContext();
    private final IntoMailbox step = new IntoMailbox(boxes, accounts);

    @BeforeEach
    void start() throws Exception {
        accounts.add(new LocalMailbox(CLAIRE, Kind.PER, Custody.OPERATOR, false, ""));
        accounts.add(new LocalMailbox(PAUL, Kind.PER, Custody.OPERATOR, false, ""));
        step.init(FakeMailetConfig.builder()
                .mailetContext(context)
                .setProperty("full", "delayed")
                .setProperty("unknown", "returned")
                .build());
    }

    @Test
    void database_outage_is_thrown_with_the_mail_as_it_was_and_makes_no_other_mail() throws Exception {
        boxes.away = true;
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE);

        assertThatThrownBy(() -> step.service(mail))
                .isInstanceOf(MessagingException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(mail.getState()).isEqualTo(Mail.DEFAULT);
        assertThat(MailFacts.of(mail).submitted()).isPresent();
        assertThat(context.getSentMails()).isEmpty();
    }

    @Test
    void recipients_get_one_message_in_one_call_with_its_facts() throws Exception {
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE, PAUL.toUpperCase(java.util.Locale.ROOT));
        Acceptance.begin(mail);
        MailFacts.of(mail).verdict(new SignatureVerdict.Unsigned());

        step.service(mail);

        assertThat(boxes.taken).singleElement().satisfies(taken -> {
            assertThat(taken.acceptance()).isEqualTo(Acceptance.of(mail));
            assertThat(taken.mailboxes()).containsExactlyInAnyOrder(CLAIRE, PAUL);
            assertThat(taken.findings().orElseThrow().origin()).contains("\"kind\":\"submitted\"", LAB);
            assertThat(taken.findings().orElseThrow().evidence()).contains("\"established\"");
        });
    }

    @Test
    void return_path_is_the_envelope_sender_alone_and_every_other_byte_stays() throws Exception {
        String message =
                "Return-Path: <autre@ailleurs.test>\r\nX-Note: \u00e9\u00e8\r\n" + Mails.text(Mails.clear(LAB, CLAIRE));
        Mail mail = Mails.submitted(LAB, message.getBytes(StandardCharsets.ISO_8859_1), CLAIRE);

        step.service(mail);

        String stored = FakeBoxes.text(boxes.taken.get(0));
        assertThat(stored).isEqualTo(message.replace("<autre@ailleurs.test>", "<" + LAB + ">"));
        assertThat(boxes.taken.get(0).message().size()).isEqualTo(stored.length());
    }

    @Test
    void what_the_server_wrote_itself_has_no_findings() throws Exception {
        step.service(Mails.mail(Mails.clear(LAB, CLAIRE), LAB, CLAIRE));
        assertThat(boxes.taken.get(0).findings()).isEmpty();
    }
}
