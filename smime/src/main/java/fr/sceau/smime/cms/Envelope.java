package fr.sceau.smime.cms;

import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.mime.Pieces;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;

/** Encrypts what passes through it to the holders of some certificates. */
public final class Envelope {
    private final List<RecipientInfoGenerator> recipients = new ArrayList<>();

    /** With the capabilities that the certificates state. */
    public Envelope(List<X509Certificate> certificates) throws SmimeException {
        for (X509Certificate certificate : certificates) {
            add(Recipient.of(certificate));
        }
    }

    private Envelope() {}

    /** With the capabilities that are known of the recipients. */
    public static Envelope to(List<Recipient> recipients) throws SmimeException {
        Envelope envelope = new Envelope();
        for (Recipient recipient : recipients) {
            envelope.add(recipient);
        }
        return envelope;
    }

    private void add(Recipient recipient) throws SmimeException {
        try {
            recipients.add(KeyWrapping.to(recipient));
        } catch (GeneralSecurityException e) {
            throw new SmimeException("certificat de chiffrement inutilisable", e);
        }
    }

    /** Takes the content; closing it ends the object written to {@code encoded}. */
    public OutputStream content(ContentCipher cipher, OutputStream encoded) throws IOException, SmimeException {
        try {
            return cipher == ContentCipher.AES_256_GCM ? authenticated(encoded) : plain(encoded);
        } catch (CMSException | GeneralSecurityException e) {
            throw new SmimeException("le message ne peut pas être chiffré", e);
        }
    }

    /** EnvelopedData. RFC 5652 section 6 */
    private OutputStream plain(OutputStream encoded) throws IOException, CMSException, GeneralSecurityException {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        generator.setBufferSize(Pieces.OCTETS);
        recipients.forEach(generator::addRecipientInfoGenerator);
        return generator.open(encoded, ContentEncryptor.cbc());
    }

    /** AuthEnvelopedData. RFC 5083, RFC 5084 */
    private OutputStream authenticated(OutputStream encoded)
            throws IOException, CMSException, GeneralSecurityException {
        CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
        generator.setBufferSize(Pieces.OCTETS);
        recipients.forEach(generator::addRecipientInfoGenerator);
        return generator.open(encoded, ContentEncryptor.WithTag.gcm());
    }
}
