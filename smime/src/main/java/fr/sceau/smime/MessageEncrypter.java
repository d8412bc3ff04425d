package fr.sceau.smime;

import fr.sceau.smime.cms.Envelope;
import fr.sceau.smime.header.ConfidentialFields;
import fr.sceau.smime.mime.Base64Lines;
import fr.sceau.smime.mime.CrlfOutputStream;
import fr.sceau.smime.mime.Header;
import fr.sceau.smime.mime.HeaderField;
import fr.sceau.smime.mime.Pieces;
import fr.sceau.smime.mime.SplitHeader;
import fr.sceau.smime.trust.CertificatePurpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Encrypts a whole message to its recipients. RFC 8551 3.3, 3.4
 *
 * <p>Hides the body, its Content-* fields and the {@link ConfidentialFields}: the subject among them, since it may name a
 * patient. Does not hide the rest of the header, and does not say who wrote it: sign first.
 */
public final class MessageEncrypter {
    private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);

    /**
     * Writes the encrypted message to {@code out}, which stays open. The weakest recipient decides: AES-256-GCM if each
     * opens it, else AES-256-CBC, and nothing weaker.
     *
     * @param recipients the sender's own among them if the sender's copy is to stay readable
     */
    public ContentCipher encrypt(RawMessage message, List<Recipient> recipients, OutputStream out)
            throws IOException, SmimeException {
        Capabilities common = recipients.stream()
                .map(Recipient::capabilities)
                .reduce(Capabilities::and)
                .orElse(Capabilities.UNKNOWN);
        ContentCipher cipher = common.gcm() ? ContentCipher.AES_256_GCM : ContentCipher.AES_256_CBC;
        write(message, recipients, cipher, out);
        return cipher;
    }

    /**
     * As above, and to the sender too, so that the sealed message stays readable to who sent it wherever it is kept.
     *
     * @param own the sender's; one whose holder opens less than the recipients do is left out, so that nobody gets a weaker
     *     cipher for it
     */
    public ContentCipher encrypt(RawMessage message, List<Recipient> recipients, List<Recipient> own, OutputStream out)
            throws IOException, SmimeException {
        boolean gcm = recipients.stream()
                .allMatch(recipient -> recipient.capabilities().gcm());
        List<Recipient> all = Stream.concat(
                        recipients.stream(),
                        own.stream().filter(one -> !gcm || one.capabilities().gcm()))
                .distinct() // who writes to herself
                .toList();
        return encrypt(message, all, out);
    }

    /**
     * Writes the encrypted message to {@code out}, which stays open, with a cipher that the caller knows to be understood.
     *
     * @param recipients certificates meant for encryption; whether they are trusted and valid is the caller's question
     */
    public void encrypt(RawMessage message, List<X509Certificate> recipients, ContentCipher cipher, OutputStream out)
            throws IOException, SmimeException {
        write(message, recipients.stream().map(Recipient::of).toList(), cipher, out);
    }

    private static void write(RawMessage message, List<Recipient> recipients, ContentCipher cipher, OutputStream out)
            throws IOException, SmimeException {
        Envelope envelope = envelope(recipients);
        OutputStream buffered = Pieces.into(out);
        try (InputStream in = Pieces.from(message.open())) {
            SplitHeader header = SplitHeader.of(Header.read(in));
            Header inside = header.inner()
                    .with(ConfidentialFields.inside(header.outer()).fields())
                    .inPrint(); // or it would pass for what came out of a damaged cipher
            SplitHeader outside = new SplitHeader(ConfidentialFields.outside(header.outer()), inside);
            outside.outerWith(fields(cipher)).writeTo(new CrlfOutputStream(buffered));
            buffered.write(CRLF);
            body(inside, in, envelope, cipher, buffered);
            buffered.write(CRLF);
        }
        buffered.flush();
    }

    private static Envelope envelope(List<Recipient> recipients) throws SmimeException {
        if (recipients.isEmpty()) {
            throw new SmimeException("aucun destinataire pour le chiffrement");
        }
        if (!recipients.stream().map(Recipient::certificate).allMatch(CertificatePurpose::receivesMail)) {
            throw new SmimeException("un certificat n'est pas prévu pour chiffrer des messages");
        }
        return Envelope.to(recipients);
    }

    private static void body(Header header, InputStream in, Envelope envelope, ContentCipher cipher, OutputStream out)
            throws IOException, SmimeException {
        try (OutputStream base64 = Base64Lines.into(out);
                OutputStream content = envelope.content(cipher, base64)) {
            OutputStream lines = new CrlfOutputStream(content); // RFC 8551 3.1.1
            header.writeTo(lines);
            lines.write(CRLF);
            in.transferTo(lines);
        }
    }

    private static HeaderField[] fields(ContentCipher cipher) {
        String type = cipher == ContentCipher.AES_256_GCM ? "authEnveloped-data" : "enveloped-data"; // RFC 8551 3.2.2
        return new HeaderField[] {
            HeaderField.of("Content-Type", "application/pkcs7-mime; smime-type=" + type + ";\r\n name=\"smime.p7m\""),
            HeaderField.of("Content-Transfer-Encoding", "base64"),
            HeaderField.of("Content-Disposition", "attachment; filename=\"smime.p7m\"")
        };
    }
}
