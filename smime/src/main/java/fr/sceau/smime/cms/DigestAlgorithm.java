package fr.sceau.smime.cms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The digests that we accept. SHA-1 and MD5 are absent on purpose. */
enum DigestAlgorithm {
    SHA256("SHA-256", NISTObjectIdentifiers.id_sha256),
    SHA384("SHA-384", NISTObjectIdentifiers.id_sha384),
    SHA512("SHA-512", NISTObjectIdentifiers.id_sha512);

    private final String jcaName;
    private final ASN1ObjectIdentifier oid;

    DigestAlgorithm(String jcaName, ASN1ObjectIdentifier oid) {
        this.jcaName = jcaName;
        this.oid = oid;
    }

    static Optional<DigestAlgorithm> of(AlgorithmIdentifier algorithm) {
        return Arrays.stream(values())
                .filter(known -> known.oid.equals(algorithm.getAlgorithm()))
                .findFirst();
    }

    /** {@code SHA-256}. */
    String jcaName() {
        return jcaName;
    }

    MessageDigest create() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + jcaName, e);
        }
    }
}
