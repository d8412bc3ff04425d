package fr.sceau.smime;

import fr.sceau.smime.SignatureVerdict.Doubt;
import fr.sceau.smime.SignatureVerdict.Invalid;
import fr.sceau.smime.SignatureVerdict.Pending;
import fr.sceau.smime.SignatureVerdict.Sealed;
import fr.sceau.smime.SignatureVerdict.Trusted;
import fr.sceau.smime.SignatureVerdict.Unsigned;
import fr.sceau.smime.SignatureVerdict.Untrusted;
import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.Integrity.Intact;
import fr.sceau.smime.cms.Integrity.SignedBy;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.identity.IdentityReader;
import fr.sceau.smime.mime.FromAddress;
import fr.sceau.smime.trust.CertificatePurpose;
import fr.sceau.smime.trust.PathOutcome;
import fr.sceau.smime.trust.PathValidator;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Establishes what is known about a message's signature. {@link Trusted} guarantees that the signed part is as its
 * signer left it, that the signer's certificate is sound at the given instant, and that its holder owns the mailbox in
 * From. It does not establish that other header fields (Subject, To, Date) are the signer's: S/MIME does not cover them.
 */
public final class MessageVerifier {
    private final IntegrityChecker integrityChecker = new IntegrityChecker();
    private final PathValidator paths;
    private final SenderBinding senders;

    public MessageVerifier(PathValidator paths, SenderBinding senders) {
        this.paths = paths;
        this.senders = senders;
    }

    /**
     * Never throws on bad content.
     *
     * @param at the instant for which certificates are judged, such as that of reception
     * @throws IOException if the message's source cannot be read
     */
    public SignatureVerdict verify(RawMessage message, Instant at) throws IOException {
        Integrity integrity = integrityChecker.check(message);
        if (integrity instanceof Integrity.Broken broken) {
            return new Invalid(broken.fault());
        }
        if (integrity instanceof Integrity.Encrypted) {
            return new Sealed();
        }
        if (integrity instanceof Intact intact) {
            return judge(intact, FromAddress.of(message), at);
        }
        return new Unsigned();
    }

    /** Every signer counts: the first who is not established decides, then the first who is pending. */
    private SignatureVerdict judge(Intact intact, Optional<String> from, Instant at) {
        List<SignatureVerdict> verdicts = intact.signers().stream()
                .map(signer -> judge(signer, intact, from, at))
                .toList();
        return Stream.of(Untrusted.class, Pending.class, Trusted.class)
                .flatMap(kind -> verdicts.stream().filter(kind::isInstance))
                .findFirst()
                .orElseThrow();
    }

    /** Path, category, validity, revocation; then purpose; then sender; last whether revocation is known at all. */
    private SignatureVerdict judge(SignedBy signedBy, Intact intact, Optional<String> from, Instant at) {
        X509Certificate certificate = signedBy.certificate();
        Signer signer = new Signer(certificate, IdentityReader.read(certificate), signedBy.claimedAt());
        PathOutcome outcome = paths.validate(certificate, intact.certificates(), at);
        if (outcome instanceof PathOutcome.Refused refused) {
            return new Untrusted(signer, refused.doubt());
        }
        if (!CertificatePurpose.signsMail(certificate)) {
            return new Untrusted(signer, Doubt.WRONG_PURPOSE);
        }
        Optional<Doubt> senderDoubt = senderDoubt(signer, from);
        if (senderDoubt.isPresent()) {
            return new Untrusted(signer, senderDoubt.get());
        }
        return outcome instanceof PathOutcome.RevocationUnknown unknown
                ? new Pending(signer, unknown.path())
                : new Trusted(signer, ((PathOutcome.Valid) outcome).path());
    }

    private Optional<Doubt> senderDoubt(Signer signer, Optional<String> from) {
        if (from.isEmpty()) {
            return Optional.of(Doubt.SENDER_MISMATCH);
        }
        return switch (senders.match(signer.identity(), signer.certificate(), from.get())) {
            case SAME -> Optional.empty();
            case DIFFERENT -> Optional.of(Doubt.SENDER_MISMATCH);
            case UNKNOWN -> Optional.of(Doubt.SENDER_UNKNOWN);
        };
    }
}
