package fr.sceau.smime.cms;

import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.MemoryKey;
import fr.sceau.smime.spool.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipient;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientOperator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipient;
import org.jspecify.annotations.Nullable;

/**
 * Recovers the content key of one cipher and decrypts with it.
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

    /** Whether the cipher itself detects changes. */
    boolean authenticated() {
        return authenticated;
    }

    /** A content key for the holder of one of our keys, as the envelope has it. */
    record Locked(RecipientInformation information, DecryptionKey key) {}

    /**
     * What was written to the spool before a failure is worthless: nobody may see it. An envelope can give another content key
     * to each holder, so that each reads another text: it fails unless all of ours are given the same.
     *
     * @param ours at least one
     */
    void decrypt(List<Locked> ours, Spool spool) throws IOException, CMSException, GeneralSecurityException {
        LockedContent content = authenticated ? new LockedContent.WithTag() : new LockedContent();
        try (InputStream encrypted = stream(ours.get(0), content)) {
            boolean same = true;
            for (Locked other : ours.subList(1, ours.size())) {
                same &= MessageDigest.isEqual(content.key(), key(other));
            }
            if (!same) {
                throw new CMSException("another content key for another holder");
            }
            content.decrypt(encrypted, new OutageSink(spool), spool);
        }
    }

    private InputStream stream(Locked one, LockedContent content) throws IOException, CMSException {
        Recipient recipient = one.information() instanceof KeyAgreeRecipientInformation
                ? new Agreement(inMemory(one.key()), content)
                : new Transport(one.key(), content);
        return one.information().getContentStream(recipient).getContentStream();
    }

    /** Without touching the content, which can be read once only. */
    private byte[] key(Locked one) throws IOException, CMSException {
        LockedContent.KeyAlone alone = new LockedContent.KeyAlone();
        try (InputStream unused = stream(one, alone)) {
            throw new IllegalStateException("the parser went on to the content");
        } catch (LockedContent.KeyAlone.Known known) {
            return alone.key();
        }
    }

    private static MemoryKey inMemory(DecryptionKey key) throws CMSException {
        if (key.key() instanceof MemoryKey memory) {
            return memory;
        }
        throw new CMSException("key agreement with a key that agrees on nothing");
    }

    private void check(Key key) throws CMSException {
        if (key.getEncoded().length != substitute.length) {
            throw new CMSException("key of another cipher");
        }
    }

    private final class Agreement extends JceKeyAgreeRecipient {
        private final MemoryKey own;
        private final LockedContent locked;

        Agreement(MemoryKey key, LockedContent locked) {
            super(key.insecureKey());
            this.own = key;
            this.locked = locked;
            setProvider(Providers.BOUNCY_CASTLE);
        }

        @Override
        public RecipientOperator getRecipientOperator(
                AlgorithmIdentifier wrapping,
                AlgorithmIdentifier content,
                SubjectPublicKeyInfo sender,
                ASN1OctetString keyingMaterial,
                byte[] encrypted)
                throws CMSException {
            Optional<Key> quick = quick(wrapping, sender, keyingMaterial, encrypted);
            Key key = quick.isPresent()
                    ? quick.get()
                    : extractSecretKey(wrapping, content, sender, keyingMaterial, encrypted);
            check(key);
            return locked.under(key, content);
        }

        /** Empty whenever anything is unusual or wrong: Bouncy Castle then says what it is. */
        private Optional<Key> quick(
                AlgorithmIdentifier agreement,
                SubjectPublicKeyInfo sender,
                @Nullable ASN1OctetString keyingMaterial,
                byte[] encrypted) {
            try {
                Optional<AgreementScheme> scheme = AgreementScheme.of(agreement);
                Optional<byte[]> secret = scheme.isPresent() ? own.agreed(sender.getEncoded()) : Optional.empty();
                if (secret.isEmpty()) {
                    return Optional.empty();
                }
                byte[] added = keyingMaterial == null ? null : keyingMaterial.getOctets();
                byte[] key = scheme.orElseThrow().unwrapped(secret.get(), added, encrypted);
                return Optional.of(new SecretKeySpec(key, "AES"));
            } catch (IOException | GeneralSecurityException | RuntimeException unusual) {
                return Optional.empty();
            }
        }
    }

    private final class Transport implements KeyTransRecipient {
        private final DecryptionKey key;
        private final LockedContent locked;

        Transport(DecryptionKey key, LockedContent locked) {
            this.key = key;
            this.locked = locked;
        }

        @Override
        public RecipientOperator getRecipientOperator(
                AlgorithmIdentifier wrapping, AlgorithmIdentifier content, byte[] encrypted) {
            byte[] contentKey = RsaBlock.contentKey(key, wrapping, encrypted, substitute);
            return locked.under(new SecretKeySpec(contentKey, "AES"), content);
        }
    }
}
