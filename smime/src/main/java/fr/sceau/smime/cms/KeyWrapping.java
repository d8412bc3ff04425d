package fr.sceau.smime.cms;

import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;

/** How the content key is encrypted to one recipient. */
final class KeyWrapping {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;

    private KeyWrapping() {}

    static RecipientInfoGenerator to(Recipient recipient) throws GeneralSecurityException, SmimeException {
        X509Certificate certificate = recipient.certificate();
        if (certificate.getPublicKey() instanceof ECPublicKey key) {
            return agreement(certificate, key);
        }
        if (certificate.getPublicKey() instanceof RSAPublicKey key) {
            if (key.getModulus().bitLength() < MIN_RSA_BITS) {
                throw new SmimeException("clé RSA de moins de 2048 bits refusée");
            }
            return recipient.capabilities().oaep() ? KeyTransport.oaep(certificate) : KeyTransport.pkcs1(certificate);
        }
        throw new SmimeException("type de clé de chiffrement inconnu");
    }

    /** A fresh key for each recipient and message. RFC 5753 3.1.1 */
    private static RecipientInfoGenerator agreement(X509Certificate certificate, ECPublicKey key)
            throws GeneralSecurityException, SmimeException {
        int bits = key.getParams().getOrder().bitLength();
        if (bits < MIN_EC_BITS) {
            throw new SmimeException("courbe elliptique de moins de 256 bits refusée");
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(key.getParams());
        KeyPair ephemeral = generator.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        scheme(bits), ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
                .addRecipient(certificate)
                .setProvider(Providers.BOUNCY_CASTLE);
    }

    /** A hash as strong as the curve. RFC 5753 section 7 */
    private static ASN1ObjectIdentifier scheme(int bits) {
        if (bits > 384) {
            return CMSAlgorithm.ECDH_SHA512KDF;
        }
        return bits > 256 ? CMSAlgorithm.ECDH_SHA384KDF : CMSAlgorithm.ECDH_SHA256KDF;
    }
}
