package fr.sceau.smime.cms;

import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.Unfit;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;

/** How the content key is encrypted to one recipient. */
public final class KeyWrapping {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;

    private KeyWrapping() {}

    /** Why nothing is encrypted to that key; empty if it can be. */
    public static Optional<Unfit> unfit(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return shortKey(rsa.getModulus().bitLength() < MIN_RSA_BITS);
        }
        if (!(key instanceof ECPublicKey ec)) {
            return Optional.of(Unfit.KEY_TYPE);
        }
        try {
            KeyPairGenerator.getInstance("EC").initialize(ec.getParams());
            return shortKey(bits(ec) < MIN_EC_BITS);
        } catch (GeneralSecurityException unknownCurve) {
            return Optional.of(Unfit.KEY_TYPE);
        }
    }

    private static Optional<Unfit> shortKey(boolean isShort) {
        return isShort ? Optional.of(Unfit.SHORT_KEY) : Optional.empty();
    }

    private static int bits(ECPublicKey key) {
        return key.getParams().getOrder().bitLength();
    }

    static RecipientInfoGenerator to(Recipient recipient) throws GeneralSecurityException, SmimeException {
        X509Certificate certificate = recipient.certificate();
        Optional<Unfit> unfit = unfit(certificate.getPublicKey());
        if (unfit.isPresent()) {
            throw new SmimeException(
                    unfit.get() == Unfit.SHORT_KEY
                            ? "clé de chiffrement trop courte"
                            : "type de clé de chiffrement inconnu");
        }
        if (certificate.getPublicKey() instanceof ECPublicKey key) {
            return agreement(certificate, key);
        }
        // PKCS#1 v1.5 is what every client opens
        return recipient.capabilities().oaep() ? KeyTransport.oaep(certificate) : KeyTransport.pkcs1(certificate);
    }

    /** A fresh key for each recipient and message. RFC 5753 3.1.1 */
    private static RecipientInfoGenerator agreement(X509Certificate certificate, ECPublicKey key)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(key.getParams());
        KeyPair ephemeral = generator.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        scheme(bits(key)), ephemeral.getPrivate(), ephemeral.getPublic(), CMSAlgorithm.AES256_WRAP)
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
