package fr.sceau.smime.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether an answer is signed by the certificate's issuer, or by whom that issuer named for it. RFC 6960 4.2.2.2
 *
 * <p>A named signer must be exempt from revocation (id-pkix-ocsp-nocheck): to ask about who answers would not end.
 */
final class OcspSigner {
    private static final String OCSP_SIGNING = "1.3.6.1.5.5.7.3.9";

    private OcspSigner() {}

    /** @throws RefusedSource if the answer is not to be believed, with the reason */
    static void check(BasicOCSPResp answer, X509Certificate issuer, Instant at) throws RefusedSource {
        if (!isStrong(answer)) {
            throw new RefusedSource(SourceOutcome.BAD_SIGNATURE);
        }
        if (verifies(answer, issuer)) {
            return;
        }
        X509Certificate signer = enclosed(answer).stream()
                .filter(one -> verifies(answer, one))
                .findFirst()
                .orElseThrow(() -> new RefusedSource(SourceOutcome.BAD_SIGNATURE));
        if (!isIssuedBy(signer, issuer)) {
            throw new RefusedSource(SourceOutcome.WRONG_SIGNER);
        }
        if (!mayAnswer(signer, at)) {
            throw new RefusedSource(SourceOutcome.UNAUTHORISED_SIGNER);
        }
    }

    private static boolean isStrong(BasicOCSPResp answer) {
        AlgorithmIdentifier algorithm = answer.getSignatureAlgorithmID();
        @Nullable ASN1Encodable parameters = algorithm.getParameters();
        try {
            byte @Nullable [] encoded =
                    parameters == null ? null : parameters.toASN1Primitive().getEncoded();
            return SignatureStrength.accepts(algorithm.getAlgorithm().getId(), encoded);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean verifies(BasicOCSPResp answer, X509Certificate signer) {
        try {
            ContentVerifierProvider verifier = new JcaContentVerifierProviderBuilder().build(signer.getPublicKey());
            return SignatureStrength.accepts(signer.getPublicKey()) && answer.isSignatureValid(verifier);
        } catch (OCSPException | OperatorCreationException refused) {
            return false;
        }
    }

    private static boolean isIssuedBy(X509Certificate signer, X509Certificate issuer) {
        try {
            signer.verify(issuer.getPublicKey());
            return signer.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())
                    && SignatureStrength.accepts(signer.getSigAlgOID(), signer.getSigAlgParams());
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static boolean mayAnswer(X509Certificate signer, Instant at) {
        boolean valid = !signer.getNotBefore().toInstant().isAfter(at)
                && !signer.getNotAfter().toInstant().isBefore(at);
        return valid
                && CertificatePurpose.allows(signer, CertificatePurpose.DIGITAL_SIGNATURE)
                && isNamedForAnswers(signer)
                && signer.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null;
    }

    private static boolean isNamedForAnswers(X509Certificate signer) {
        try {
            @Nullable List<String> usages = signer.getExtendedKeyUsage();
            return usages != null && usages.contains(OCSP_SIGNING);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static List<X509Certificate> enclosed(BasicOCSPResp answer) {
        return Arrays.stream(answer.getCerts())
                .flatMap(holder -> certificate(holder).stream())
                .toList();
    }

    private static Optional<X509Certificate> certificate(X509CertificateHolder holder) {
        try {
            return Optional.of(new JcaX509CertificateConverter().getCertificate(holder));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }
}
