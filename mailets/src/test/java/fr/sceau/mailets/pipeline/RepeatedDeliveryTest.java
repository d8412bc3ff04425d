package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.facts.Acceptance;
import fr.sceau.mailets.support.FakeBoxes;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attempts that have to be repeated, and mailboxes that do not take their mail. */
final class RepeatedDeliveryTest {
    private static final String ANNE = "anne.petit@exemple.mssante.test";
    private static final String GONE = "parti@exemple.mssante.test";

    @TempDir
    Path home = Path.of("");

    private final FakeMailContext context =
            FakeMailContext.builder().postmaster(postmaster()).build();
    private World world;
    private BootedPipeline pipeline;

    private static MailAddress postmaster() {
        try {
            return new MailAddress("postmaster@exemple.mssante.test");
        } catch (javax.mail.internet.AddressException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void boot() throws Exception {
        world = new World(home);
        pipeline = new BootedPipeline(world, context);
    }

    @Test
    void mail_tried_again_after_the_outage_arrives_once_with_one_set_of_facts() throws Exception {
        Mail mail = Mails.fromPartner(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), CLAIRE);
        pipeline.boxes.away = true;
        pipeline.service(mail);
        pipeline.boxes.away = false;
        pipeline.service(again(context.getSentMails().get(0)));

        assertThat(pipeline.boxes.taken).singleElement().satisfies(delivered -> assertThat(
                        FakeBoxes.text(delivered).split("Authentication-Results: ", -1))
                .hasSize(2));
    }

    @Test
    void mail_to_a_full_and_to_a_vanished_mailbox_reaches_the_third_and_both_are_answered() throws Exception {
        world.accounts.add(new LocalMailbox(ANNE, Kind.PER, Custody.OPERATOR, false, World.CHU));
        pipeline.boxes.full = Set.of(ANNE);
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE, ANNE, GONE);

        pipeline.service(mail);

        assertThat(pipeline.boxes.in(CLAIRE)).hasSize(1);
        assertThat(context.getSentMails())
                .extracting(sent -> sent.getState() + " " + sent.getRecipients())
                .containsExactlyInAnyOrder("returned [" + GONE + "]", "delayed [" + ANNE + "]", "error [" + ANNE + "]");
    }

    @Test
    void sender_is_told_once_that_a_mailbox_is_full_and_the_mail_arrives_when_there_is_room() throws Exception {
        pipeline.boxes.full = Set.of(CLAIRE);
        pipeline.service(Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE));
        List<FakeMailContext.SentMail> sent = List.copyOf(context.getSentMails());
        context.resetSentMails();
        assertThat(sent).extracting(FakeMailContext.SentMail::getState).containsExactly("delayed", "root");

        Mail notice = again(sent.get(0));
        notice.setState("delayed");
        pipeline.service(notice);
        assertThat(context.getSentMails()).singleElement().satisfies(told -> {
            assertThat(told.getRecipients()).extracting(Object::toString).containsExactly(LAB);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            told.getMsg().writeTo(text);
            assertThat(text.toString(StandardCharsets.UTF_8))
                    .contains("Action: delayed", "Status: 4.2.2")
                    .doesNotContain("Glycemie");
        });
        context.resetSentMails();

        pipeline.service(again(sent.get(1)));
        assertThat(context.getSentMails())
                .extracting(FakeMailContext.SentMail::getState)
                .containsExactly("root");
        pipeline.boxes.full = Set.of();
        pipeline.service(again(context.getSentMails().get(0)));
        assertThat(pipeline.boxes.in(CLAIRE)).hasSize(1);
    }

    @Test
    void mail_that_was_delivered_before_a_crash_is_not_delivered_again() throws Exception {
        Mail mail = Mails.fromPartner(Mails.clear(PARTNER, CLAIRE), CLAIRE);
        Acceptance.begin(mail);
        Mail queued = MailImpl.duplicate(mail);

        pipeline.service(mail);
        pipeline.service(queued);

        assertThat(pipeline.boxes.in(CLAIRE)).hasSize(1);
        assertThat(queued.getState()).isEqualTo(Mail.GHOST);
    }

    /** What the queue gives back: bytes and attributes. */
    private static Mail again(FakeMailContext.SentMail queued) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        queued.getMsg().writeTo(bytes);
        Mail mail = Mails.mail(bytes.toByteArray(), queued.getSender().asString(), CLAIRE);
        queued.getAttributes().values().forEach(mail::setAttribute);
        return mail;
    }
}
