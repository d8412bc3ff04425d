package fr.sceau.smime.cms;

import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.Unfit;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.cms.RecipientInfoGenerator;

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
            return KeyAgreement.with(certificate, key);
        }
        // PKCS#1 v1.5 is what every client opens
        return recipient.capabilities().oaep() ? KeyTransport.oaep(certificate) : KeyTransport.pkcs1(certificate);
    }
}
