package fr.sceau.smime.cms;

import fr.sceau.smime.SignatureVerdict.Fault;
import fr.sceau.smime.cms.Integrity.Broken;
import fr.sceau.smime.cms.Integrity.Intact;
import fr.sceau.smime.cms.Integrity.SignedBy;
import fr.sceau.smime.cms.SignedObject.Enclosed;
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
    private static final int MAX_CANDIDATES = 4;

    private final SignedObject object;

    SignatureChecker(SignedObject object) {
        this.object = object;
    }

    Integrity check() throws IOException, CertificateException {
        List<SignedBy> signers = new ArrayList<>();
        Optional<Fault> fault = ofTheWhole();
        for (SignerInformation signer : object.signers()) {
            if (fault.isEmpty()) {
                fault = check(signer, signers);
            }
        }
        return fault.isPresent()
                ? new Broken(object.form(), fault.get())
                : new Intact(object.form(), signers, Certificates.readable(object.certificates()), object.content());
    }

    private Optional<Fault> ofTheWhole() {
        if (object.signers().isEmpty()) {
            return Optional.of(Fault.NO_SIGNER);
        }
        if (object.enclosed() == Enclosed.CONTENT_NOT_SHOWN) {
            return Optional.of(Fault.CONTENT_MISMATCH);
        }
        boolean malformed = object.signers().size() > MAX_SIGNERS
                || object.enclosed() == Enclosed.CONTENT_SHOWN_TOO // RFC 8551 3.5.3.1
                || !object.contentType().equals(PKCSObjectIdentifiers.data); // RFC 8551 2.4.1
        return malformed ? Optional.of(Fault.MALFORMED) : Optional.empty();
    }

    /** Several certificates may bear the signer's issuer and number: any that fits will do, the first one explains. */
    private Optional<Fault> check(SignerInformation signer, List<SignedBy> signers)
            throws IOException, CertificateException {
        AlgorithmIdentifier digest = signer.getDigestAlgorithmID();
        AlgorithmIdentifier algorithm = signer.toASN1Structure().getDigestEncryptionAlgorithm();
        Optional<SignatureScheme> scheme =
                DigestAlgorithm.of(digest).flatMap(known -> SignatureScheme.of(algorithm, known));
        if (scheme.isEmpty()) {
            return Optional.of(RefusedAlgorithm.of(digest, algorithm));
        }
        List<Fault> explanations = new ArrayList<>();
        for (X509CertificateHolder candidate : candidates(signer)) {
            Optional<Fault> fault = check(signer, scheme.get(), candidate, signers);
            if (fault.isEmpty()) {
                return Optional.empty();
            }
            explanations.add(fault.get());
        }
        return Optional.of(explanations.isEmpty() ? Fault.CERTIFICATE_MISSING : explanations.get(0));
    }

    /** A handful: each costs a verification, and whoever sends thousands has only that in mind. */
    private List<X509CertificateHolder> candidates(SignerInformation signer) {
        return object.certificates().stream()
                .filter(signer.getSID()::match)
                .limit(MAX_CANDIDATES)
                .toList();
    }

    private Optional<Fault> check(
            SignerInformation signer, SignatureScheme scheme, X509CertificateHolder holder, List<SignedBy> signers)
            throws IOException, CertificateException {
        X509Certificate certificate = Certificates.of(holder);
        PublicKey key = certificate.getPublicKey();
        if (!scheme.admits(key)) {
            return Optional.of(SignatureScheme.isShort(key) ? Fault.SHORT_RSA_KEY : Fault.ALGORITHM_REFUSED);
        }
        Optional<SignedAttributes> attributes = SignedAttributes.of(signer);
        if (attributes.isEmpty()) {
            return Optional.of(Fault.MISSING_ATTRIBUTE);
        }
        Optional<Fault> fault = attributes
                .get()
                .fault(object.contentType(), holder)
                .or(() -> compare(signer, attributes.get(), scheme, key));
        if (fault.isEmpty()) {
            signers.add(new SignedBy(certificate, attributes.get().signingTime()));
        }
        return fault;
    }

    private Optional<Fault> compare(
            SignerInformation signer, SignedAttributes attributes, SignatureScheme scheme, PublicKey key) {
        if (!object.digests().covers(signer.getDigestAlgorithmID())) {
            return Optional.of(Fault.MALFORMED); // not announced before the content. RFC 5652 5.1
        }
        if (!object.digests().matches(signer.getDigestAlgorithmID(), attributes.messageDigest())) {
            return Optional.of(Fault.DIGEST_MISMATCH);
        }
        return scheme.verifies(key, encoded(signer), signer.getSignature())
                ? Optional.empty()
                : Optional.of(Fault.SIGNATURE_MISMATCH);
    }

    private static byte[] encoded(SignerInformation signer) {
        try {
            return signer.getEncodedSignedAttributes();
        } catch (IOException e) {
            throw new IllegalArgumentException("attributes that cannot be encoded", e);
        }
    }
}
