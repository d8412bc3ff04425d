package fr.sceau.smime.trust;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.jspecify.annotations.Nullable;

/** What an authority may sign its certificates and CRLs with: RSA of 2048 bits or EC with SHA-2, or Ed25519. */
final class SignatureStrength {
    private static final int MIN_RSA_BITS = 2048;
    private static final String PSS = "1.2.840.113549.1.1.10";
    /** SHA-256, SHA-384 and SHA-512 with RSA, then with ECDSA; Ed25519. */
    private static final Set<String> ACCEPTED = Set.of(
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4",
            "1.3.101.112");

    private SignatureStrength() {}

    static boolean accepts(String oid, byte @Nullable [] parameters) {
        if (!oid.equals(PSS) || parameters == null) {
            return ACCEPTED.contains(oid);
        }
        var hash = RSASSAPSSparams.getInstance(parameters).getHashAlgorithm().getAlgorithm();
        return hash.equals(NISTObjectIdentifiers.id_sha256)
                || hash.equals(NISTObjectIdentifiers.id_sha384)
                || hash.equals(NISTObjectIdentifiers.id_sha512);
    }

    static boolean accepts(PublicKey key) {
        return !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }
}
