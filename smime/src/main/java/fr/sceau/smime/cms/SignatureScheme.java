package fr.sceau.smime.cms;

import fr.sceau.smime.engine.Engine;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * A signature algorithm that we accept: RSA PKCS#1 v1.5, RSASSA-PSS or ECDSA, each with SHA-2 only, and Ed25519.
 *
 * @param pss parameters, for RSASSA-PSS only
 */
record SignatureScheme(String jcaName, Keys keys, @Nullable PSSParameterSpec pss) {
    private static final int MIN_RSA_BITS = 2048;
    /** P-256, P-384 and P-521, by the length of their order. */
    private static final Set<Integer> CURVES = Set.of(256, 384, 521);

    /** What kind of key an algorithm needs. */
    enum Keys {
        RSA,
        EC,
        ED25519
    }

    private static final Map<ASN1ObjectIdentifier, String> FIXED = Map.of(
            PKCSObjectIdentifiers.sha256WithRSAEncryption, "SHA256withRSA",
            PKCSObjectIdentifiers.sha384WithRSAEncryption, "SHA384withRSA",
            PKCSObjectIdentifiers.sha512WithRSAEncryption, "SHA512withRSA",
            X9ObjectIdentifiers.ecdsa_with_SHA256, "SHA256withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA384, "SHA384withECDSA",
            X9ObjectIdentifiers.ecdsa_with_SHA512, "SHA512withECDSA");

    /** @param digest of the same SignerInfo, which plain {@code rsaEncryption} relies on. RFC 3370 3.2 */
    static Optional<SignatureScheme> of(AlgorithmIdentifier algorithm, DigestAlgorithm digest) {
        ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
        if (oid.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(new SignatureScheme(digest.jcaName().replace("-", "") + "withRSA", Keys.RSA, null));
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return pss(RSASSAPSSparams.getInstance(algorithm.getParameters()));
        }
        if (oid.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return Optional.of(new SignatureScheme("Ed25519", Keys.ED25519, null))
                    .filter(scheme -> digest == DigestAlgorithm.SHA512); // RFC 8419 3.1
        }
        return Optional.ofNullable(FIXED.get(oid))
                .map(name -> new SignatureScheme(name, name.endsWith("RSA") ? Keys.RSA : Keys.EC, null));
    }

    /** Both hashes must be SHA-2; absent parameters mean SHA-1. RFC 4056 */
    private static Optional<SignatureScheme> pss(@Nullable RSASSAPSSparams parameters) {
        if (parameters == null
                || !parameters.getMaskGenAlgorithm().getAlgorithm().equals(PKCSObjectIdentifiers.id_mgf1)) {
            return Optional.empty();
        }
        AlgorithmIdentifier maskDigest =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        Optional<DigestAlgorithm> mask = DigestAlgorithm.of(maskDigest);
        int salt = parameters.getSaltLength().intValueExact();
        int trailer = parameters.getTrailerField().intValueExact();
        return DigestAlgorithm.of(parameters.getHashAlgorithm())
                .filter(hash -> mask.isPresent())
                .map(hash -> new PSSParameterSpec(
                        hash.jcaName(),
                        "MGF1",
                        new MGF1ParameterSpec(mask.orElseThrow().jcaName()),
                        salt,
                        trailer))
                .map(spec -> new SignatureScheme("RSASSA-PSS", Keys.RSA, spec));
    }

    /** Right kind of key, and long enough. */
    boolean admits(PublicKey key) {
        return switch (keys) {
            case RSA -> key instanceof RSAPublicKey && !isShort(key);
            case EC ->
                key instanceof ECPublicKey curve
                        && CURVES.contains(curve.getParams().getOrder().bitLength());
            case ED25519 ->
                key instanceof EdECPublicKey edwards
                        && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        };
    }

    static boolean isShort(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS;
    }

    boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        try {
            return Engine.current().verifies(jcaName, Optional.ofNullable(pss), key, signed, signature);
        } catch (SignatureException e) {
            return false; // wrong length or encoding: as wrong as a wrong value
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("unusable key or parameters", e);
        }
    }
}
