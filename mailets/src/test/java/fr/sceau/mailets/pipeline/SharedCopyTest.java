package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.CLAIRE_OPENS;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PAUL;
import static fr.sceau.mailets.support.World.PAUL_OPENS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.facts.Acceptance;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.load.LargeMailGate;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.facts.Seal;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.apache.mailet.base.test.FakeMailetConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipients share one mail only where each would have got the same bytes alone. */
final class SharedCopyTest {
    private static final String ANNE = "anne.petit@exemple.mssante.test";
    private static final Issued ANNE_OPENS =
            World.PKI.person("899700218912", "PETIT", "ANNE").encryption();

    @TempDir
    Path home = Path.of("");

    private final FakeMailContext context = FakeMailContext.defaultContext();
    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
        world.accounts.add(new LocalMailbox(ANNE, Kind.PER, Custody.OPERATOR, false, World.CHU));
        Pkcs12File.write(
                home.resolve("keys/" + ANNE + ".p12"), "secret".toCharArray(), Map.of("encryption", ANNE_OPENS));
    }

    private Mail sealedFor(List<Issued> keys, String... recipients) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RawMessage signed = RawMessage.of(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY));
        new MessageEncrypter()
                .encrypt(signed, keys.stream().map(Issued::certificate).toList(), ContentCipher.AES_256_CBC, out);
        Mail mail = Mails.submitted(LAB, out.toByteArray(), recipients);
        Acceptance.begin(mail);
        return mail;
    }

    private void open(Mail mail) throws Exception {
        Open step = new Open(world.accounts, world.verification, new LargeMailGate());
        step.init(FakeMailetConfig.builder().mailetContext(context).build());
        step.service(mail);
    }

    private static List<String> recipients(Mail mail) {
        return mail.getRecipients().stream().map(Object::toString).toList();
    }

    /** The parts that went back to the queue, each opened in its turn. */
    private List<Mail> parts() throws Exception {
        List<FakeMailContext.SentMail> queued = List.copyOf(context.getSentMails());
        context.resetSentMails();
        java.util.ArrayList<Mail> parts = new java.util.ArrayList<>();
        for (FakeMailContext.SentMail sent : queued) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            sent.getMsg().writeTo(bytes);
            String[] to = sent.getRecipients().stream().map(Object::toString).toArray(String[]::new);
            Mail part = Mails.mail(bytes.toByteArray(), LAB, to);
            sent.getAttributes().values().forEach(part::setAttribute);
            open(part);
            parts.add(part);
        }
        return parts;
    }

    @Test
    void recipients_whose_keys_open_the_same_content_stay_together() throws Exception {
        Mail mail = sealedFor(List.of(CLAIRE_OPENS, ANNE_OPENS), CLAIRE, ANNE);
        open(mail);

        assertThat(recipients(mail)).containsExactly(CLAIRE, ANNE);
        assertThat(context.getSentMails()).isEmpty();
        assertThat(MailFacts.of(mail).seal()).contains(Seal.OPENED);
        assertThat(Mails.text(mail)).contains("Glycemie");
    }

    @Test
    void owner_never_gets_what_another_recipients_key_opened() throws Exception {
        Mail mail = sealedFor(List.of(CLAIRE_OPENS, PAUL_OPENS, ANNE_OPENS), CLAIRE, PAUL, ANNE);
        String sealed = Mails.text(mail);
        open(mail);

        assertThat(recipients(mail)).containsExactly(CLAIRE, ANNE);
        assertThat(parts()).singleElement().satisfies(part -> {
            assertThat(recipients(part)).containsExactly(PAUL);
            assertThat(Mails.text(part)).isEqualTo(sealed);
            assertThat(MailFacts.of(part).verdictCode()).contains("sealed");
            assertThat(Acceptance.of(part)).isEqualTo(Acceptance.of(mail));
        });
    }

    @Test
    void recipient_to_whom_it_was_not_sealed_never_gets_it_opened() throws Exception {
        for (List<String> order : List.of(List.of(CLAIRE, ANNE), List.of(ANNE, CLAIRE))) {
            Mail mail = sealedFor(List.of(CLAIRE_OPENS), order.toArray(String[]::new));
            String sealed = Mails.text(mail);
            open(mail);
            Mail other = parts().get(0);

            Mail ofAnne = order.get(0).equals(ANNE) ? mail : other;
            Mail ofClaire = order.get(0).equals(ANNE) ? other : mail;
            assertThat(recipients(ofAnne)).containsExactly(ANNE);
            assertThat(Mails.text(ofAnne)).isEqualTo(sealed);
            assertThat(recipients(ofClaire)).containsExactly(CLAIRE);
            assertThat(Mails.text(ofClaire)).contains("Glycemie");
        }
    }

    @Test
    void recipients_to_whom_it_is_damaged_and_to_whom_it_is_closed_are_parted() throws Exception {
        Mail whole = sealedFor(List.of(CLAIRE_OPENS), CLAIRE, ANNE);
        String cut = Mails.text(whole).substring(0, 1200) + "\r\n";
        Mail mail = Mails.submitted(LAB, cut.getBytes(StandardCharsets.ISO_8859_1), CLAIRE, ANNE);
        Acceptance.begin(mail);
        open(mail);

        assertThat(recipients(mail)).containsExactly(CLAIRE);
        assertThat(MailFacts.of(mail).verdictCode()).contains("sealed.damaged");
        assertThat(parts())
                .singleElement()
                .satisfies(part -> assertThat(MailFacts.of(part).verdictCode()).contains("sealed"));
    }

    @Test
    void sealed_mail_to_several_owners_is_one_mail_and_stays_as_it_came() throws Exception {
        world.accounts.add(new LocalMailbox(ANNE, Kind.PER, Custody.OWNER, true, World.CHU));
        Mail mail = sealedFor(List.of(PAUL_OPENS, ANNE_OPENS), PAUL, ANNE);
        String sealed = Mails.text(mail);
        PartWhereCopiesDiffer step = new PartWhereCopiesDiffer(world.configuration, sealing(), world.verification);
        step.init(FakeMailetConfig.builder().mailetContext(context).build());
        step.service(mail);
        open(mail);

        assertThat(recipients(mail)).containsExactly(PAUL, ANNE);
        assertThat(context.getSentMails()).isEmpty();
        assertThat(Mails.text(mail)).isEqualTo(sealed);
        assertThat(MailFacts.of(mail).seal()).contains(Seal.SEALED);
    }

    @Test
    void clear_mail_to_our_mailboxes_stays_one_mail() throws Exception {
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE, ANNE);
        PartWhereCopiesDiffer step = new PartWhereCopiesDiffer(world.configuration, sealing(), world.verification);
        step.init(FakeMailetConfig.builder().mailetContext(context).build());
        step.service(mail);
        open(mail);

        assertThat(recipients(mail)).containsExactly(CLAIRE, ANNE);
        assertThat(context.getSentMails()).isEmpty();
        assertThat(MailFacts.of(mail).seal()).contains(Seal.CLEAR);
    }

    @Test
    void recipient_who_begins_to_want_mail_sealed_is_parted_off_and_never_served_in_clear() throws Exception {
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, CLAIRE), CLAIRE, PAUL);
        SealByPolicy step = new SealByPolicy(sealing(), world.certificates, world.verification);

        assertThatThrownBy(() -> step.service(mail)).isInstanceOf(MessagingException.class);
        assertThat(Arrays.asList(CLAIRE, PAUL)).isEqualTo(recipients(mail));
    }

    private Sealing sealing() throws Exception {
        return new Sealing(world.configuration, world.accounts, world.policies());
    }
}
