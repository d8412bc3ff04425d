package fr.sceau.mailets.support;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;

/** Messages as bytes, and mails around them. */
public final class Mails {
    private Mails() {}

    public static byte[] clear(String from, String to) {
        return ("From: Expediteur <" + from + ">\r\n"
                        + "To: " + to + "\r\n"
                        + "Subject: resultat de DUPONT Marie\r\n"
                        + "Date: Sat, 21 Nov 2026 08:00:00 +0100\r\n"
                        + "Message-ID: <" + Integer.toHexString((from + to).hashCode()) + "@exemple.mssante.test>\r\n"
                        + "MIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=us-ascii\r\n"
                        + "\r\n"
                        + "Glycemie 0,92 g/l\r\n"
                        + ".Ligne qui commence par un point\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] signed(byte[] message, Issued signer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSigner().sign(RawMessage.of(message), new SigningKey(signer.key(), signer.chain()), out);
        return out.toByteArray();
    }

    public static byte[] sealed(byte[] message, Issued recipient) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter()
                .encrypt(RawMessage.of(message), List.of(recipient.certificate()), ContentCipher.AES_256_CBC, out);
        return out.toByteArray();
    }

    public static byte[] tampered(byte[] message) {
        return text(message).replace("0,92", "9,20").getBytes(StandardCharsets.ISO_8859_1);
    }

    public static String text(byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1);
    }

    public static Mail mail(byte[] message, String sender, String... recipients) throws Exception {
        MailImpl mail = MailImpl.builder()
                .name("mail-1")
                .sender(sender)
                .addRecipients(recipients)
                .build();
        mail.setMessageContent(MimeMessageInputStreamSource.create("mail-1", new ByteArrayInputStream(message)));
        return mail;
    }

    public static byte[] bytes(Mail mail) throws Exception {
        try (InputStream in = new MailMessage(mail).open()) {
            return in.readAllBytes();
        }
    }

    /** A queued mail from the partner operator. */
    public static Mail fromPartner(byte[] message, String... recipients) throws Exception {
        Mail mail = mail(message, World.PARTNER, recipients);
        MailFacts.of(mail).origin(new Origin.Operator("partenaire.mssante.test", "CN=mx.partenaire.mssante.test"));
        return mail;
    }

    /** A queued mail that was handed in by the mailbox's own login. */
    public static Mail submitted(String mailbox, byte[] message, String... recipients) throws Exception {
        Mail mail = mail(message, mailbox, recipients);
        MailFacts.of(mail).origin(new Origin.Submitted(mailbox, mailbox));
        return mail;
    }

    public static String text(Mail mail) throws Exception {
        return text(bytes(mail));
    }
}
