package fr.sceau.smime;

import fr.sceau.smime.Layer.Signed;
import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.cms.Integrity.Intact;
import fr.sceau.smime.cms.Integrity.SignedBy;
import fr.sceau.smime.identity.CertificateBranch;
import fr.sceau.smime.identity.IdentityReader;
import fr.sceau.smime.identity.ProtectedFields;
import fr.sceau.smime.identity.SenderCheck;
import fr.sceau.smime.identity.SenderFields;
import fr.sceau.smime.trust.CertificatePurpose;
import fr.sceau.smime.trust.PathOutcome;
import fr.sceau.smime.trust.PathValidator;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges who signed the intact layers of one message. */
final class SignerJudge {
    private final PathValidator paths;
    private final SenderCheck senders;
    private final SenderFields fields;
    private final Instant at;

    /** @param at the instant for which certificates are judged */
    SignerJudge(PathValidator paths, SenderBinding senders, SenderFields fields, Instant at) {
        this.paths = paths;
        this.senders = new SenderCheck(senders);
        this.fields = fields;
        this.at = at;
    }

    /** Every signer counts: the first who is not established decides, then the first who is pending. */
    Signed judge(Intact intact) throws IOException {
        ProtectedFields inside = ProtectedFields.of(intact.content());
        List<SignatureVerdict> verdicts = intact.signers().stream()
                .map(signer -> judge(signer, intact.certificates(), inside))
                .toList();
        SignatureVerdict decisive = Stream.of(Untrusted.class, Pending.class, Trusted.class)
                .flatMap(kind -> verdicts.stream().filter(kind::isInstance))
                .findFirst()
                .orElseThrow();
        return new Signed(intact.form(), decisive, verdicts, inside);
    }

    /** Path, category, validity, revocation; then purpose; then sender; last whether revocation is known at all. */
    private SignatureVerdict judge(SignedBy signedBy, List<X509Certificate> helpful, ProtectedFields inside) {
        X509Certificate certificate = signedBy.certificate();
        Signer signer = new Signer(certificate, IdentityReader.read(certificate), signedBy.claimedAt());
        PathOutcome outcome = paths.validate(certificate, helpful, at);
        if (outcome instanceof PathOutcome.Refused refused) {
            return new Untrusted(signer, refused.doubt(), refused.path());
        }
        Optional<Doubt> doubt = purposeDoubt(signer).or(() -> senders.doubt(signer, fields, inside));
        if (doubt.isPresent()) {
            return new Untrusted(signer, doubt.get());
        }
        return outcome instanceof PathOutcome.RevocationUnknown unknown
                ? new Pending(signer, unknown.path())
                : new Trusted(signer, ((PathOutcome.Valid) outcome).path());
    }

    private static Optional<Doubt> purposeDoubt(Signer signer) {
        X509Certificate certificate = signer.certificate();
        if (CertificatePurpose.isAuthentication(certificate)) {
            return Optional.of(Doubt.AUTHENTICATION_CERTIFICATE);
        }
        if (!CertificatePurpose.signsMail(certificate)) {
            return Optional.of(Doubt.WRONG_PURPOSE);
        }
        if (!CertificatePurpose.hasAdmittedCategory(certificate)) {
            return Optional.of(Doubt.WRONG_CATEGORY);
        }
        return CertificateBranch.of(certificate)
                .filter(branch -> !branch.issuesTo(signer.identity()))
                .map(branch -> Doubt.WRONG_BRANCH);
    }
}
