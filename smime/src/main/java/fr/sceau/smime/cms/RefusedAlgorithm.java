package fr.sceau.smime.cms;

import fr.sceau.smime.SignatureVerdict.Fault;
import java.util.HashSet;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** Names the algorithm for which a signature is refused. */
final class RefusedAlgorithm {
    private static final Set<ASN1ObjectIdentifier> MD5 = Set.of(
            PKCSObjectIdentifiers.md5, PKCSObjectIdentifiers.md5WithRSAEncryption, OIWObjectIdentifiers.md5WithRSA);

    private static final Set<ASN1ObjectIdentifier> SHA1 = Set.of(
            OIWObjectIdentifiers.idSHA1,
            OIWObjectIdentifiers.sha1WithRSA,
            OIWObjectIdentifiers.dsaWithSHA1,
            PKCSObjectIdentifiers.sha1WithRSAEncryption,
            X9ObjectIdentifiers.ecdsa_with_SHA1,
            X9ObjectIdentifiers.id_dsa_with_sha1);

    /** {@code id-dsa} and the arc of DSA with SHA-2. RFC 3279 2.3.2, RFC 5758 3.1 */
    private static final ASN1ObjectIdentifier DSA_WITH_SHA2 = new ASN1ObjectIdentifier("2.16.840.1.101.3.4.3");

    private static final Set<String> DSA = Set.of(DSA_WITH_SHA2 + ".1", DSA_WITH_SHA2 + ".2", DSA_WITH_SHA2 + ".3");

    private RefusedAlgorithm() {}

    /** The worst of what it names: the older hash first. */
    static Fault of(AlgorithmIdentifier digest, AlgorithmIdentifier signature) {
        Set<ASN1ObjectIdentifier> named = new HashSet<>(Set.of(digest.getAlgorithm()));
        named.add(signature.getAlgorithm());
        if (signature.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            named.addAll(hashes(signature));
        }
        if (named.stream().anyMatch(MD5::contains)) {
            return Fault.MD5;
        }
        if (named.stream().anyMatch(SHA1::contains)) {
            return Fault.SHA1;
        }
        boolean dsa = named.contains(X9ObjectIdentifiers.id_dsa)
                || named.stream().map(ASN1ObjectIdentifier::getId).anyMatch(DSA::contains);
        return dsa ? Fault.DSA : Fault.ALGORITHM_REFUSED;
    }

    /** Absent parameters mean SHA-1. RFC 4055 3.1 */
    private static Set<ASN1ObjectIdentifier> hashes(AlgorithmIdentifier pss) {
        RSASSAPSSparams parameters =
                pss.getParameters() == null ? new RSASSAPSSparams() : RSASSAPSSparams.getInstance(pss.getParameters());
        return Set.of(parameters.getHashAlgorithm().getAlgorithm());
    }
}
