package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.CLAIRE;
import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.LAB_KEY;
import static fr.sceau.mailets.support.World.PARTNER;
import static fr.sceau.mailets.support.World.PAUL;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.header.MessageHeader;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.facts.Seal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written on and beside a message. */
final class LabelTest {
    @TempDir
    Path home = Path.of("");

    private World world;

    @BeforeEach
    void start() throws Exception {
        world = new World(home);
    }

    @Test
    void fields_that_only_we_may_write_are_removed_and_every_other_byte_stays() throws Exception {
        String forged = "Authentication-Results: (x)\r\n exemple.mssante.test; smime=pass\r\n"
                + "authentication-results: \"Exemple.mssante.test\" 1; smime=pass\r\n"
                + "Authentication-Results: (a;b) exemple.mssante.test; smime=pass\r\n"
                + "Authentication-Results: \"exemple\\.mssante.test\"; smime=pass\r\n"
                + "X-Sceau-Verdict: trusted\r\n"
                + "Bcc: " + PAUL + "\r\n";
        String kept = "Authentication-Results: mx.ailleurs.test; spf=pass smtp.mailfrom=exemple.mssante.test\r\n"
                + "x-folded: a\r\n\tb  \r\n";
        String rest = Mails.text(Mails.clear(PARTNER, CLAIRE));
        Mail mail = Mails.fromPartner((forged + kept + rest).getBytes(StandardCharsets.ISO_8859_1), CLAIRE);

        new SenderOrigin(world.configuration).service(mail);

        assertThat(Mails.text(mail)).isEqualTo(kept + rest);
    }

    @Test
    void recognised_document_becomes_an_imap_keyword_at_delivery() throws Exception {
        String pdf = Mails.text(Mails.clear(LAB, CLAIRE))
                .replace("Content-Type: text/plain; charset=us-ascii", "Content-Type: application/pdf; name=cr.pdf")
                .replace("Glycemie 0,92 g/l", "%PDF-1.4\r\n1 0 obj\r\n<<>>\r\nendobj\r\n%%EOF");
        Mail mail = Mails.submitted(LAB, pdf.getBytes(StandardCharsets.ISO_8859_1), CLAIRE);

        new Recognise().service(mail);

        assertThat(MailFacts.of(mail).keywords()).containsExactly("PDF");
        assertThat(MailFacts.of(mail).findings())
                .as("nothing is established yet")
                .isEmpty();
        VerifyForTest.verdict(world, mail);
        assertThat(MailFacts.of(mail).findings().orElseThrow().documents())
                .contains("\"type\":\"PDF\"", "\"file\":\"cr.pdf\"");
    }

    @Test
    void facts_stand_in_front_of_the_message_and_can_be_read_back() throws Exception {
        byte[] message = Mails.signed(Mails.clear(LAB, CLAIRE), LAB_KEY);
        Mail mail = Mails.submitted(LAB, message, CLAIRE);
        VerifyForTest.verdict(world, mail);

        new AuthenticationResults(world.configuration).service(mail);

        assertThat(Mails.text(mail)).startsWith("Authentication-Results: ").endsWith(Mails.text(message));
        List<String> values =
                MessageHeader.read(RawMessage.of(Mails.bytes(mail))).values("authentication-results");
        assertThat(MessageFacts.parse("exemple.mssante.test", values))
                .contains(new MessageFacts(
                        new Origin.Submitted(LAB, LAB),
                        "trusted",
                        Optional.of("LABORATOIRE DU PARC (RESULTATS)"),
                        Seal.CLEAR));
    }

    @Test
    void mail_of_our_own_making_gets_no_facts() throws Exception {
        Mail mail = Mails.mail(Mails.clear(LAB, CLAIRE), LAB, CLAIRE);
        new Verify(world.verification).service(mail);
        new AuthenticationResults(world.configuration).service(mail);
        assertThat(Mails.text(mail)).isEqualTo(Mails.text(Mails.clear(LAB, CLAIRE)));
    }
}
