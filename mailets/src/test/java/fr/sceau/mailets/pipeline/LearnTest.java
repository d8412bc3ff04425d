package fr.sceau.mailets.pipeline;

import static fr.sceau.mailets.support.World.LAB;
import static fr.sceau.mailets.support.World.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.support.Mails;
import fr.sceau.mailets.support.World;
import fr.sceau.smime.facts.Origin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;
import org.apache.mailet.base.test.FakeMailContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped pipeline remembers of the mailboxes of others. */
final class LearnTest {
    private static final String OTHER = "autre@partenaire.mssante.test";
    private static final String MESSAGE_ID = "<r1@exemple.mssante.test>";

    private static BootedPipeline pipeline;

    @BeforeAll
    static void boot(@TempDir Path home) throws Exception {
        pipeline = new BootedPipeline(
                new World(home),
                FakeMailContext.builder()
                        .postmaster(new MailAddress("postmaster@exemple.mssante.test"))
                        .build());
    }

    @BeforeEach
    void forget() {
        pipeline.memory.told.clear();
        pipeline.memory.submitted.clear();
        pipeline.memory.submitted.add(LAB + " " + MESSAGE_ID);
        pipeline.boxes.taken.clear();
    }

    private void in(String state, String error, String... recipients) throws Exception {
        Mail mail = Mails.submitted(LAB, Mails.clear(LAB, PARTNER), recipients);
        if (!error.isEmpty()) {
            mail.setAttribute(new Attribute(AttributeName.of("delivery-error"), AttributeValue.of(error)));
        }
        MailFacts.of(mail).octets(6_000);
        mail.setState(state);
        pipeline.service(mail);
    }

    private void notice(String operator, String subject, String type, String status) throws Exception {
        notice(
                operator,
                subject,
                type,
                status,
                "Content-Type: text/rfc822-headers\n\nSubject: x\nMessage-ID:\n " + MESSAGE_ID);
    }

    private void notice(String operator, String subject, String type, String status, String about) throws Exception {
        String notice = "From: postmaster@partenaire.mssante.test\nTo: " + LAB + "\nSubject: " + subject
                + "\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=" + type + "; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\nVoir plus bas.\n"
                + "--b\nContent-Type: message/" + type + "\n\n" + status
                + "\n--b\n" + about + "\n\n--b--\n";
        Mail mail = Mails.fromPartner(notice.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII), LAB);
        ((MailImpl) mail).setSender(null);
        MailFacts.of(mail).origin(new Origin.Operator("partenaire.mssante.test", operator));
        pipeline.service(mail);
    }

    private void fromPartner(String type, String status) throws Exception {
        notice(partner(), "Avis", type, status);
    }

    private static String partner() {
        return World.PARTNER_TLS.certificate().getSubjectX500Principal().getName();
    }

    private static String failed(String recipient) {
        return "Reporting-MTA: dns; mx.partenaire.mssante.test\n\nOriginal-Recipient: rfc822;" + recipient
                + "\nFinal-Recipient: rfc822; interne@partenaire.mssante.test\nAction: failed\nStatus: 5.1.1\n";
    }

    @Test
    void mail_taken_over_and_mail_sent_back_leave_their_mark_and_our_own_mailboxes_none() throws Exception {
        in("sent", "", PARTNER, LAB);
        in("returned", "550 5.1.1 unknown", PARTNER);
        in("returned", "550 5.2.1 <" + OTHER + "> closed", PARTNER, OTHER);
        assertThat(pipeline.memory.told)
                .containsExactly(
                        "taken " + PARTNER + " 6000",
                        "refused " + PARTNER + " 5.1.1 CLOSED 6000",
                        "refused " + PARTNER + "  FAILING 6000",
                        "refused " + OTHER + " 5.2.1 CLOSED 6000");
    }

    @Test
    void a_notice_of_failure_is_believed_of_the_operators_own_mailboxes() throws Exception {
        fromPartner("delivery-status", failed("Docteur@partenaire.mssante.test"));
        assertThat(pipeline.memory.told).containsExactly("back " + PARTNER + " 5.1.1 CLOSED 5000");
    }

    @Test
    void a_notice_about_somebody_elses_mailbox_is_not_believed() throws Exception {
        fromPartner("delivery-status", failed("docteur@ailleurs.mssante.test"));
        notice("CN=mx.inconnu.test", "Avis", "delivery-status", failed(PARTNER));
        assertThat(pipeline.memory.told).isEmpty();
    }

    @Test
    void a_notice_about_what_was_never_submitted_is_not_believed() throws Exception {
        pipeline.memory.submitted.clear();
        fromPartner("delivery-status", failed(PARTNER));
        assertThat(pipeline.memory.told).isEmpty();
    }

    @Test
    void a_delay_says_nothing_and_a_delivery_that_it_is_there() throws Exception {
        fromPartner(
                "delivery-status",
                "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; " + PARTNER + "\nAction: delayed\nStatus: 4.2.2\n");
        fromPartner(
                "delivery-status",
                "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; " + PARTNER
                        + "\nAction: delivered\nStatus: 2.0.0\n");
        assertThat(pipeline.memory.told).containsExactly("arrived " + PARTNER + " [] 5000");
    }

    @Test
    void software_that_took_in_an_xdm_says_that_its_mailbox_does() throws Exception {
        String processed = "Final-Recipient: rfc822; " + PARTNER + "\nOriginal-Message-ID: " + MESSAGE_ID
                + "\nDisposition: automatic-action/MDN-sent-automatically; ";
        notice(partner(), "XDM/1.0/DDM+2 documents", "disposition-notification", processed + "processed\n");
        notice(partner(), "XDM/1.0/DDM+2", "disposition-notification", processed + "processed/Error: 902^inconnu\n");
        notice(partner(), "Lu", "disposition-notification", processed + "displayed\n");
        assertThat(pipeline.memory.told)
                .containsExactly(
                        "arrived " + PARTNER + " [XDM] 5000",
                        "arrived " + PARTNER + " [] 5000",
                        "arrived " + PARTNER + " [] 5000");
    }

    private void processed(String returned) throws Exception {
        String whole = "Content-Type: message/rfc822\n\nSubject: x\nMessage-ID: " + MESSAGE_ID
                + "\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=c\n\n" + returned + "--c--\n";
        String status = "Final-Recipient: rfc822; " + PARTNER
                + "\nDisposition: automatic-action/MDN-sent-automatically; processed\n";
        notice(partner(), "OK", "disposition-notification", status, whole);
    }

    private static String part(String type, String content) {
        return "--c\nContent-Type: " + type + "; name=\"a\"\n\n" + content + "\n";
    }

    @Test
    void the_one_format_that_a_receipt_of_software_returns_is_the_one_it_took_in() throws Exception {
        String hl7 = part("text/plain", "MSH|^~\\&|A|B|C|D|20261101||ORU^R01|1|P|2.5\nPID|1\n");
        String pdf = part("application/pdf", "%PDF-1.4\n%%EOF");
        String cda = part(
                "text/xml",
                "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><component><structuredBody/></component></ClinicalDocument>");
        processed(hl7 + pdf);
        processed(hl7 + cda);
        processed(pdf);
        assertThat(pipeline.memory.told)
                .containsExactly(
                        "arrived " + PARTNER + " [HL7] 5000",
                        "arrived " + PARTNER + " [] 5000",
                        "arrived " + PARTNER + " [] 5000");
    }

    @Test
    void a_notice_that_is_none_is_delivered_and_says_nothing() throws Exception {
        fromPartner("delivery-status", "\0\n:\n\n;;;\nFinal-Recipient: rfc822;\nAction: failed\n");
        assertThat(pipeline.memory.told).isEmpty();
        assertThat(pipeline.boxes.taken).hasSize(1);
    }
}
