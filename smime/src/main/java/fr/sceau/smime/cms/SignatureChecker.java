package fr.sceau.smime.cms;

import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.cms.Integrity.Broken;
import fr.sceau.smime.cms.Integrity.Intact;
import fr.sceau.smime.cms.Integrity.SignedBy;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.SignerInformation;

/** Checks every signature of a signed-data object. One that fails breaks the whole. */
final class SignatureChecker {
    private static final int MAX_SIGNERS = 8;

    private final SignedObject object;

    SignatureChecker(SignedObject object) {
        this.object = object;
    }

    Integrity check() throws IOException, CertificateException {
        if (object.signers().isEmpty()) {
            return new Broken(Fault.NO_SIGNER);
        }
        if (object.signers().size() > MAX_SIGNERS
                || !object.contentType().equals(PKCSObjectIdentifiers.data)) { // RFC 8551 2.4.1
            return new Broken(Fault.MALFORMED);
        }
        List<SignedBy> signers = new ArrayList<>();
        for (SignerInformation signer : object.signers()) {
            Optional<Fault> fault = check(signer, signers);
            if (fault.isPresent()) {
                return new Broken(fault.get());
            }
        }
        return new Intact(signers, Certificates.readable(object.certificates()));
    }

    /** Several certificates may bear the signer's issuer and number: any that fits will do, the first one explains. */
    private Optional<Fault> check(SignerInformation signer, List<SignedBy> signers)
            throws IOException, CertificateException {
        Optional<Fault> explanation = Optional.of(Fault.NO_SIGNER);
        for (X509CertificateHolder candidate : object.certificates()) {
            if (signer.getSID().match(candidate)) {
                Optional<Fault> fault = check(signer, candidate, signers);
                if (fault.isEmpty()) {
                    return fault;
                }
                explanation =
                        explanation.filter(found -> found != Fault.NO_SIGNER).or(() -> fault);
            }
        }
        return explanation;
    }

    private Optional<Fault> check(SignerInformation signer, X509CertificateHolder holder, List<SignedBy> signers)
            throws IOException, CertificateException {
        AlgorithmIdentifier digest = signer.getDigestAlgorithmID();
        Optional<SignatureScheme> scheme = DigestAlgorithm.of(digest)
                .flatMap(known -> SignatureScheme.of(signer.toASN1Structure().getDigestEncryptionAlgorithm(), known));
        X509Certificate certificate = Certificates.of(holder);
        PublicKey key = certificate.getPublicKey();
        if (scheme.filter(accepted -> accepted.admits(key)).isEmpty()) {
            return Optional.of(Fault.ALGORITHM_REFUSED);
        }
        Optional<SignedAttributes> attributes = SignedAttributes.of(signer);
        if (attributes.isEmpty() || !attributes.get().consistent(object.contentType(), holder)) {
            return Optional.of(Fault.ATTRIBUTES_INVALID);
        }
        Optional<Fault> fault = compare(signer, attributes.get(), scheme.get(), key);
        if (fault.isEmpty()) {
            signers.add(new SignedBy(certificate, attributes.get().signingTime()));
        }
        return fault;
    }

    private Optional<Fault> compare(
            SignerInformation signer, SignedAttributes attributes, SignatureScheme scheme, PublicKey key)
            throws IOException {
        if (!object.digests().covers(signer.getDigestAlgorithmID())) {
            return Optional.of(Fault.MALFORMED); // not announced before the content. RFC 5652 5.1
        }
        if (!object.digests().matches(signer.getDigestAlgorithmID(), attributes.messageDigest())) {
            return Optional.of(Fault.DIGEST_MISMATCH);
        }
        return scheme.verifies(key, signer.getEncodedSignedAttributes(), signer.getSignature())
                ? Optional.empty()
                : Optional.of(Fault.SIGNATURE_MISMATCH);
    }
}
