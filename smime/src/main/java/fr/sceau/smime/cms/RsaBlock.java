package fr.sceau.smime.cms;

import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.TokenUnavailable;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The content key in a block that was encrypted with RSA. The key, in memory or in a token, does the bare operation; the
 * padding is taken off here, so that an exception of a token is never an answer about the mail.
 */
final class RsaBlock {
    private RsaBlock() {}

    /**
     * The content key, or {@code substitute} when there is none of that length: which of them is not told.
     *
     * @throws UncheckedIOException around {@link TokenUnavailable}
     */
    static byte[] contentKey(DecryptionKey key, AlgorithmIdentifier wrapping, byte[] encrypted, byte[] substitute) {
        Optional<Padding> padding = Padding.of(wrapping);
        if (padding.isEmpty() || !isBlock(key, encrypted)) {
            return substitute.clone();
        }
        try {
            return padding.get().remove(padded(key.key().rsa(encrypted), encrypted.length), substitute);
        } catch (TokenUnavailable away) {
            throw new UncheckedIOException(away);
        } catch (GeneralSecurityException notThisKey) {
            return substitute.clone();
        }
    }

    /** Whoever sent the mail sees this much: as long as the modulus, and smaller. RFC 8017 7.1.2, 7.2.2 */
    private static boolean isBlock(DecryptionKey key, byte[] encrypted) {
        return key.certificate().getPublicKey() instanceof RSAPublicKey rsa
                && encrypted.length == (rsa.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE
                && new BigInteger(1, encrypted).compareTo(rsa.getModulus()) < 0;
    }

    /** Some tokens leave zeros at the start away. */
    private static byte[] padded(byte[] block, int length) throws GeneralSecurityException {
        if (block.length > length) {
            throw new GeneralSecurityException("longer than the modulus");
        }
        byte[] whole = new byte[length];
        System.arraycopy(block, 0, whole, length - block.length, block.length);
        return whole;
    }
}
