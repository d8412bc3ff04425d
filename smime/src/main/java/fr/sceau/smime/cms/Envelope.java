package fr.sceau.smime.cms;

import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataStreamGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;

/** Encrypts what passes through it to the holders of some certificates. */
public final class Envelope {
    private static final int P256_BITS = 256;

    private final List<RecipientInfoGenerator> recipients = new ArrayList<>();

    public Envelope(List<X509Certificate> certificates) throws SmimeException {
        try {
            for (X509Certificate certificate : certificates) {
                recipients.add(recipient(certificate));
            }
        } catch (GeneralSecurityException e) {
            throw new SmimeException("certificat de chiffrement inutilisable", e);
        }
    }

    /** Takes the content; closing it ends the object written to {@code encoded}. */
    public OutputStream content(ContentCipher cipher, OutputStream encoded) throws IOException, SmimeException {
        try {
            return cipher == ContentCipher.AES_256_GCM ? authenticated(encoded) : plain(encoded);
        } catch (CMSException e) {
            throw new SmimeException("le message ne peut pas être chiffré", e);
        }
    }

    /** EnvelopedData. RFC 5652 section 6 */
    private OutputStream plain(OutputStream encoded) throws IOException, CMSException {
        CMSEnvelopedDataStreamGenerator generator = new CMSEnvelopedDataStreamGenerator();
        recipients.forEach(generator::addRecipientInfoGenerator);
        return generator.open(encoded, new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build());
    }

    /** AuthEnvelopedData. RFC 5083, RFC 5084 */
    private OutputStream authenticated(OutputStream encoded) throws IOException, CMSException {
        CMSAuthEnvelopedDataStreamGenerator generator = new CMSAuthEnvelopedDataStreamGenerator();
        recipients.forEach(generator::addRecipientInfoGenerator);
        JceCMSContentEncryptorBuilder builder = new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM);
        return generator.open(encoded, (OutputAEADEncryptor) builder.build());
    }

    private RecipientInfoGenerator recipient(X509Certificate certificate)
            throws GeneralSecurityException, SmimeException {
        if (certificate.getPublicKey() instanceof ECPublicKey key) {
            return keyAgreement(certificate, key);
        }
        if (certificate.getPublicKey() instanceof RSAPublicKey) {
            return new JceKeyTransRecipientInfoGenerator(certificate); // PKCS#1 v1.5, which every client opens
        }
        throw new SmimeException("type de clé de chiffrement inconnu");
    }

    /** A fresh key for each recipient and message. RFC 5753 3.1.1 */
    private RecipientInfoGenerator keyAgreement(X509Certificate certificate, ECPublicKey key)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(key.getParams());
        KeyPair ephemeral = generator.generateKeyPair();
        boolean small = key.getParams().getOrder().bitLength() <= P256_BITS;
        ASN1ObjectIdentifier agreement = small ? CMSAlgorithm.ECDH_SHA256KDF : CMSAlgorithm.ECDH_SHA384KDF;
        return new JceKeyAgreeRecipientInfoGenerator(
                        agreement, ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(certificate)
                .setProvider(Providers.BOUNCY_CASTLE);
    }
}
