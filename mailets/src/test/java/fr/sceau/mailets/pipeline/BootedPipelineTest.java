package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import fr.sceau.directory.client.MailboxType;
import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.support.FakeBoxes;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.SignatureVerdict;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.james.core.MailAddress;
import org.apache.mailet.AttributeName;
import org.apache.mailet.DsnParameters;
import org.apache.mailet.DsnParameters.Notify;
import org.apache.mailet.DsnParameters.RecipientDsnParameters;
import org.apache.mailet.DsnParameters.Ret;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shipped pipeline, whole. */
final class BootedPipelineTest {
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

    private static void askReceipt(Mail mail) throws Exception {
        mail.setDsnParameters(DsnParameters.of(
                        Optional.empty(),
                        Optional.of(Ret.FULL),
                        ImmutableMap.of(new MailAddress(CLAIRE), RecipientDsnParameters.of(EnumSet.of(Notify.SUCCESS))))
                .orElseThrow());
    }

    @Test
    void sealed_result_is_opened_verified_labelled_delivered_and_receipted() throws Exception {
        byte[] sealed = Mails.sealed(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), World.CLAIRE_OPENS);
        Mail mail = Mails.submitted(LAB, sealed, CLAIRE);
        askReceipt(mail);

        pipeline.service(mail);

        assertThat(mail.getState()).isEqualTo(Mail.GHOST);
        assertThat(pipeline.boxes.taken).singleElement().satisfies(delivered -> {
            assertThat(delivered.findings().orElseThrow().verdict()).isEqualTo("trusted");
            assertThat(FakeBoxes.text(delivered))
                    .startsWith("Return-Path: <" + LAB + ">\r\nAuthentication-Results: ")
                    .contains("Glycemie");
        });
        assertThat(world.traceLines()).singleElement().satisfies(line -> assertThat(line)
                .contains("\"event\":\"delivered\"", "\"verdict\":\"trusted\""));
        assertReceipt();
    }

    private void assertReceipt() {
        assertThat(context.getSentMails()).singleElement().satisfies(receipt -> {
            assertThat(receipt.getState()).isEqualTo(Mail.DEFAULT);
            assertThat(receipt.getRecipients()).extracting(Object::toString).containsExactly(LAB);
            assertThat(receipt.getAttributes().keySet())
                    .filteredOn(name -> name.asString().startsWith("sceau-"))
                    .extracting(AttributeName::asString)
                    .containsExactly("sceau-acceptance");
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            receipt.getMsg().writeTo(text);
            assertThat(text.toString(StandardCharsets.UTF_8))
                    .contains("multipart/report", "Final-Recipient: rfc822; " + CLAIRE, "Action: delivered")
                    .doesNotContain("Glycemie");
        });
    }

    /** The certificate signs and could open, its holder is the mailbox's, and the verdict is good. */
    @Test
    void signature_that_was_seen_makes_no_mailbox_a_target_of_encryption() throws Exception {
        Issued both = World.PKI
                .person("899700218920", "LEROY", "JEAN")
                .keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)
                .signature();
        world.entry(PARTNER, MailboxType.PER, Optional.of("899700218920"), World.CHU, List.of());
        pipeline.service(Mails.fromPartner(Mails.signed(Mails.clear(PARTNER, CLAIRE), both), CLAIRE));

        assertThat(pipeline.boxes.taken.get(0).findings().orElseThrow().verdict())
                .isEqualTo("trusted");
        assertThat(world.certificates.of(PARTNER)).isEmpty();
        assertThat(world.certificates.declared(PARTNER)).isEmpty();
    }

    @Test
    void outage_of_any_neighbour_tries_again_later_and_neither_bounces_nor_loses() throws Exception {
        for (Runnable outage : List.<Runnable>of(
                () -> world.accounts.away = true,
                () -> world.directory.away = true,
                () -> pipeline.boxes.away = true)) {
            boot();
            context.resetSentMails();
            outage.run();
            Mail mail = Mails.fromPartner(Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY), CLAIRE);

            pipeline.service(mail);

            assertThat(mail.getState()).isEqualTo(Mail.GHOST);
            assertThat(pipeline.boxes.taken).isEmpty();
            assertThat(context.getSentMails()).singleElement().satisfies(sent -> {
                assertThat(sent.getState()).isEqualTo(Mail.DEFAULT);
                assertThat(sent.getDelay()).isPresent();
                assertThat(sent.getRecipients()).extracting(Object::toString).containsExactly(CLAIRE);
            });
        }
    }

    @Test
    void unsigned_answer_of_a_doctor_is_signed_and_handed_to_the_partner() throws Exception {
        Mail mail = Mails.submitted(CLAIRE, Mails.clear(CLAIRE, PARTNER), PARTNER);
        MailFacts.of(mail).verdict(new SignatureVerdict.Unsigned());

        pipeline.service(mail);

        assertThat(pipeline.handedOver).singleElement().satisfies(handed -> assertThat(Mails.text(handed))
                .contains("multipart/signed")
                .doesNotContain("Authentication-Results"));
    }

    @Test
    void owner_gets_clear_mail_sealed_with_the_facts_outside() throws Exception {
        pipeline.service(Mails.fromPartner(Mails.clear(PARTNER, PAUL), PAUL));

        assertThat(pipeline.boxes.taken).singleElement().satisfies(delivered -> assertThat(FakeBoxes.text(delivered))
                .contains("\r\nAuthentication-Results: ")
                .contains("enveloped-data")
                .doesNotContain("Glycemie"));
    }

    @Test
    void what_slipped_through_to_the_outside_is_put_aside_and_never_leaves() throws Exception {
        pipeline.service(Mails.submitted(LAB, Mails.clear(LAB, "x@gmail.com"), "x@gmail.com"));

        assertThat(pipeline.stored).containsExactly("store");
        assertThat(pipeline.handedOver).isEmpty();
        assertThat(context.getSentMails()).isEmpty();
    }
}
