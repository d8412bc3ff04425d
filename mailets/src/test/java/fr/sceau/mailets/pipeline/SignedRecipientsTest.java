package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.delivery.LocalBoxes.LocalMail;
import fr.sceau.mailets.facts.Acceptance;
import fr.sceau.mailets.support.FakeBoxes;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed message that went to somebody whom its signer did not name. */
final class SignedRecipientsTest {
    private static final String ANNE = "anne.petit@exemple.mssante.test";
    private static final String NOTICE = "policy.x-sceau-recipient=\"unnamed\"";

    @TempDir
    Path home = Path.of("");

    private final FakeMailContext context = FakeMailContext.defaultContext();
    private BootedPipeline pipeline;

    @BeforeEach
    void boot() throws Exception {
        World world = new World(home);
        world.accounts.add(new LocalMailbox(ANNE, Kind.PER, Custody.OPERATOR, false, World.CHU));
        pipeline = new BootedPipeline(world, context);
    }

    /** Signed around the whole message, To and all. RFC 8551 3.1 */
    private static byte[] addressedInside(String from, String to) throws Exception {
        String whole = Mails.text(Mails.clear(from, to));
        String outer = whole.substring(0, whole.indexOf("Content-Type:")) + "Content-Type: message/rfc822\r\n\r\n";
        return Mails.signed((outer + whole).getBytes(StandardCharsets.ISO_8859_1), LAB_KEY);
    }

    private List<LocalMail> delivered(Mail mail) throws Exception {
        Acceptance.begin(mail);
        pipeline.service(mail);
        List<FakeMailContext.SentMail> queued = new ArrayList<>(context.getSentMails());
        for (FakeMailContext.SentMail sent : queued) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            sent.getMsg().writeTo(bytes);
            String[] to = sent.getRecipients().stream().map(Object::toString).toArray(String[]::new);
            Mail part = Mails.mail(bytes.toByteArray(), LAB, to);
            sent.getAttributes().values().forEach(part::setAttribute);
            pipeline.service(part);
        }
        return pipeline.boxes.taken;
    }

    @Test
    void only_the_copy_of_who_was_not_named_says_so() throws Exception {
        Mail mail = Mails.fromPartner(addressedInside(LAB, CLAIRE.toUpperCase(Locale.ROOT)), ANNE, CLAIRE);

        assertThat(delivered(mail)).hasSize(2).allSatisfy(copy -> {
            assertThat(copy.findings().orElseThrow().verdict()).isEqualTo("trusted");
            boolean unnamed = copy.mailboxes().equals(List.of(ANNE));
            assertThat(FakeBoxes.text(copy).contains(NOTICE)).isEqualTo(unnamed);
            assertThat(copy.findings().orElseThrow().origin().contains("\"unnamed\":true"))
                    .isEqualTo(unnamed);
        });
    }

    @Test
    void who_was_named_and_mail_that_names_nobody_under_the_signature_get_no_notice() throws Exception {
        assertThat(delivered(Mails.fromPartner(addressedInside(LAB, CLAIRE + ", " + ANNE), ANNE, CLAIRE)))
                .singleElement()
                .satisfies(copy -> assertThat(FakeBoxes.text(copy)).doesNotContain(NOTICE));
        pipeline.boxes.taken.clear();
        assertThat(delivered(Mails.fromPartner(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), ANNE)))
                .singleElement()
                .satisfies(copy -> assertThat(FakeBoxes.text(copy)).doesNotContain(NOTICE));
    }

    @Test
    void blind_copy_of_an_author_who_was_logged_in_here_raises_no_notice() throws Exception {
        assertThat(delivered(Mails.submitted(LAB, addressedInside(LAB, CLAIRE), ANNE)))
                .singleElement()
                .satisfies(copy -> assertThat(FakeBoxes.text(copy)).doesNotContain(NOTICE));
    }
}
