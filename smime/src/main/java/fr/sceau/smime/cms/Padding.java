package fr.sceau.smime.cms;

import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * How a content key was padded before RSA. Taking the padding off does the same work whatever the block holds, has no
 * branch that depends on it, and never fails: a block that is wrong in any way gives the substitute. That closes the
 * oracles of Bleichenbacher (PKCS#1 v1.5) and Manger (OAEP). RFC 3218 2.3.2, RFC 8017 7.1.2 and 7.2.2
 */
interface Padding {
    /** Empty if we know no such padding. */
    static Optional<Padding> of(AlgorithmIdentifier wrapping) {
        if (wrapping.getAlgorithm().equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(new Pkcs1Padding());
        }
        return wrapping.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
                ? OaepPadding.of(wrapping.getParameters()).map(padding -> padding)
                : Optional.empty();
    }

    /**
     * Gives a new array.
     *
     * @param block as long as the modulus
     * @param substitute as long as the key has to be
     */
    byte[] remove(byte[] block, byte[] substitute);
}
