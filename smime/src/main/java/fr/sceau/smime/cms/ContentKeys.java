package fr.sceau.smime.cms;

import java.security.Key;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/**
 * Recovers the content key of one cipher.
 *
 * <p>A content key that RSA does not give is replaced by a random one, so that a wrong key block fails like wrong
 * content, later and for the same stated reason. RFC 3218 2.3.2
 */
final class ContentKeys {
    /** Key lengths of the ciphers that we accept; 3DES and RC2 are absent on purpose. */
    private static final Map<String, Integer> CBC_KEY_BYTES = Map.of(
            NISTObjectIdentifiers.id_aes128_CBC.getId(), 16,
            NISTObjectIdentifiers.id_aes192_CBC.getId(), 24,
            NISTObjectIdentifiers.id_aes256_CBC.getId(), 32);

    private static final Map<String, Integer> GCM_KEY_BYTES = Map.of(
            NISTObjectIdentifiers.id_aes128_GCM.getId(), 16,
            NISTObjectIdentifiers.id_aes192_GCM.getId(), 24,
            NISTObjectIdentifiers.id_aes256_GCM.getId(), 32);

    private static final int MIN_TAG_BITS = 96; // RFC 5084 3.2

    private final boolean authenticated;
    private final byte[] substitute;

    private ContentKeys(boolean authenticated, int keyBytes) {
        this.authenticated = authenticated;
        this.substitute = new byte[keyBytes];
        new SecureRandom().nextBytes(substitute);
    }

    /** Empty if EnvelopedData must not use that cipher. */
    static Optional<ContentKeys> plain(String cipher) {
        return Optional.ofNullable(CBC_KEY_BYTES.get(cipher)).map(bytes -> new ContentKeys(false, bytes));
    }

    /** Empty if AuthEnvelopedData must not use that cipher. */
    static Optional<ContentKeys> authenticated(String cipher) {
        return Optional.ofNullable(GCM_KEY_BYTES.get(cipher)).map(bytes -> new ContentKeys(true, bytes));
    }

    Recipient recipient(RecipientInformation information, PrivateKey key) {
        if (information instanceof KeyAgreeRecipientInformation) {
            return authenticated
                    ? new JceKeyAgreeAuthEnvelopedRecipient(key)
                            .setMinimumTagSize(MIN_TAG_BITS)
                            .setProvider(Providers.BOUNCY_CASTLE)
                    : new JceKeyAgreeEnvelopedRecipient(key).setProvider(Providers.BOUNCY_CASTLE);
        }
        // The key, which may be in a module, chooses the provider for RSA. The JDK's GCM would hold the content twice.
        return authenticated
                ? new Authenticated(key).setMinimumTagSize(MIN_TAG_BITS).setContentProvider(Providers.BOUNCY_CASTLE)
                : new Plain(key);
    }

    /** What unwraps a key, or fails. */
    @FunctionalInterface
    private interface Unwrapping {
        Key unwrap() throws CMSException;
    }

    private Key orSubstitute(Unwrapping unwrapping) {
        try {
            return unwrapping.unwrap();
        } catch (CMSException | RuntimeException notAKey) {
            return new SecretKeySpec(substitute, "AES");
        }
    }

    private final class Plain extends JceKeyTransEnvelopedRecipient {
        Plain(PrivateKey key) {
            super(key);
            setKeySizeValidation(true);
        }

        @Override
        protected Key extractSecretKey(AlgorithmIdentifier wrapping, AlgorithmIdentifier content, byte[] encrypted) {
            return orSubstitute(() -> super.extractSecretKey(wrapping, content, encrypted));
        }
    }

    private final class Authenticated extends JceKeyTransAuthEnvelopedRecipient {
        Authenticated(PrivateKey key) {
            super(key);
            setKeySizeValidation(true);
        }

        @Override
        protected Key extractSecretKey(AlgorithmIdentifier wrapping, AlgorithmIdentifier content, byte[] encrypted) {
            return orSubstitute(() -> super.extractSecretKey(wrapping, content, encrypted));
        }
    }
}
