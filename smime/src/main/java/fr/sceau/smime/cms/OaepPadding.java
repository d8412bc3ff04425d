package fr.sceau.smime.cms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * {@code 00 masked(seed) masked(hash(label) 00… 01 key)}. The key's length is known, so every byte has its place. RFC 8017
 * 7.1.1
 *
 * @param hash of the label
 * @param maskHash of the mask
 */
record OaepPadding(String hash, String maskHash, byte[] label) implements Padding {
    /** SHA-1 is what absent parameters mean (RFC 4055 4.1); nothing here relies on its being free of collisions. */
    private static final Map<String, String> HASHES = Map.of(
            OIWObjectIdentifiers.idSHA1.getId(), "SHA-1",
            NISTObjectIdentifiers.id_sha224.getId(), "SHA-224",
            NISTObjectIdentifiers.id_sha256.getId(), "SHA-256",
            NISTObjectIdentifiers.id_sha384.getId(), "SHA-384",
            NISTObjectIdentifiers.id_sha512.getId(), "SHA-512");

    OaepPadding {
        label = label.clone();
    }

    /** Empty if a hash or the mask is unknown. */
    static Optional<OaepPadding> of(@Nullable ASN1Encodable encoded) {
        RSAESOAEPparams parameters = encoded == null ? new RSAESOAEPparams() : RSAESOAEPparams.getInstance(encoded);
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        AlgorithmIdentifier source = parameters.getPSourceAlgorithm();
        if (!mask.getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)
                || !source.getAlgorithm().equals(PKCSObjectIdentifiers.id_pSpecified)) {
            return Optional.empty();
        }
        byte[] label = ASN1OctetString.getInstance(source.getParameters()).getOctets();
        return hash(parameters.getHashAlgorithm())
                .flatMap(hash -> hash(AlgorithmIdentifier.getInstance(mask.getParameters()))
                        .map(maskHash -> new OaepPadding(hash, maskHash, label)));
    }

    private static Optional<String> hash(AlgorithmIdentifier algorithm) {
        return Optional.ofNullable(HASHES.get(algorithm.getAlgorithm().getId()));
    }

    @Override
    public byte[] remove(byte[] block, byte[] substitute) {
        byte[] expected = digest(hash).digest(label);
        int data = 1 + expected.length;
        if (block.length < data + expected.length + 1 + substitute.length) {
            return substitute.clone();
        }
        byte[] plain = block.clone();
        unmask(plain, data, plain.length, 1, data);
        unmask(plain, 1, data, data, plain.length);
        int fault = ConstantTime.ifNot((byte) 0, plain[0]);
        for (int i = 0; i < expected.length; i++) {
            fault |= ConstantTime.ifNot(expected[i], plain[data + i]);
        }
        int separator = plain.length - substitute.length - 1;
        for (int i = data + expected.length; i < separator; i++) {
            fault |= ConstantTime.ifNot((byte) 0, plain[i]);
        }
        fault |= ConstantTime.ifNot((byte) 1, plain[separator]);
        return ConstantTime.endOr(plain, substitute, fault);
    }

    /** Takes from {@code plain[to, toEnd)} the mask whose seed is {@code plain[from, fromEnd)}. RFC 8017 B.2.1 */
    private void unmask(byte[] plain, int from, int fromEnd, int to, int toEnd) {
        MessageDigest digest = digest(maskHash);
        int length = digest.getDigestLength();
        for (int counter = 0, start = to; start < toEnd; counter++, start += length) {
            digest.update(plain, from, fromEnd - from);
            byte[] mask = digest.digest(new byte[] {0, 0, 0, (byte) counter}); // no modulus is as long as 256 hashes
            for (int i = 0; i < length && start + i < toEnd; i++) {
                plain[start + i] ^= mask[i];
            }
        }
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
