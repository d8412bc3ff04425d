package fr.sceau.smime.cms;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.jspecify.annotations.Nullable;

/**
 * A signature algorithm that we accept: RSA PKCS#1 v1.5, RSASSA-PSS or ECDSA, each with SHA-2 only.
 *
 * @param pss parameters, for RSASSA-PSS only
 */
record SignatureScheme(
        String jcaName, boolean rsa, @Nullable PSSParameterSpec pss) {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MIN_EC_BITS = 256;

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
            return Optional.of(new SignatureScheme(digest.jcaName().replace("-", "") + "withRSA", true, null));
        }
        if (oid.equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return pss(RSASSAPSSparams.getInstance(algorithm.getParameters()));
        }
        return Optional.ofNullable(FIXED.get(oid)).map(name -> new SignatureScheme(name, name.endsWith("RSA"), null));
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
                .map(spec -> new SignatureScheme("RSASSA-PSS", true, spec));
    }

    /** Right kind of key, and long enough. */
    boolean admits(PublicKey key) {
        if (key instanceof RSAPublicKey rsaKey) {
            return rsa && rsaKey.getModulus().bitLength() >= MIN_RSA_BITS;
        }
        return key instanceof ECPublicKey ecKey
                && !rsa
                && ecKey.getParams().getOrder().bitLength() >= MIN_EC_BITS;
    }

    boolean verifies(PublicKey key, byte[] signed, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(jcaName);
            if (pss != null) {
                verifier.setParameter(pss);
            }
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false; // wrong length or encoding: as wrong as a wrong value
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("unusable key or parameters", e);
        }
    }
}
