package fr.sceau.smime.trust;

import fr.sceau.smime.Fingerprint;
import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.RevocationSource.Kind;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.jspecify.annotations.Nullable;

/** What a responder said of one certificate, after every check of RFC 6960 3.2 but that of time and nonce. */
final class OcspAnswer {
    /** How long an answer holds that does not say so itself. RFC 6960 4.2.2.1 */
    static final Duration UNSAID_LIFE = Duration.ofHours(1);

    private static final Set<Integer> HARMLESS =
            Set.of(CRLReason.superseded, CRLReason.cessationOfOperation, CRLReason.affiliationChanged);

    private final X509Certificate certificate;
    private final BasicOCSPResp answer;
    private final SingleResp about;
    private final RevocationSource source;

    private OcspAnswer(X509Certificate certificate, BasicOCSPResp answer, SingleResp about, RevocationSource source) {
        this.certificate = certificate;
        this.answer = answer;
        this.about = about;
        this.source = source;
    }

    /** @throws RefusedSource if it is no answer about that certificate from who may give one */
    static OcspAnswer read(byte[] content, X509Certificate certificate, X509Certificate issuer) throws RefusedSource {
        try {
            BasicOCSPResp answer = successful(new OCSPResp(content));
            SingleResp about = about(answer, certificate, issuer);
            OcspSigner.check(answer, issuer, about.getThisUpdate().toInstant());
            return new OcspAnswer(certificate, answer, about, source(content, about, issuer));
        } catch (IOException | OCSPException | RuntimeException notAnAnswer) { // the decoder throws what it likes
            throw new RefusedSource(SourceOutcome.NOT_AN_ANSWER, notAnAnswer);
        }
    }

    private static BasicOCSPResp successful(OCSPResp response) throws OCSPException, RefusedSource {
        if (response.getStatus() != OCSPResp.SUCCESSFUL) {
            throw new RefusedSource(SourceOutcome.RESPONDER_DECLINED);
        }
        if (response.getResponseObject() instanceof BasicOCSPResp basic) {
            return basic;
        }
        throw new RefusedSource(SourceOutcome.NOT_AN_ANSWER);
    }

    private static SingleResp about(BasicOCSPResp answer, X509Certificate certificate, X509Certificate issuer)
            throws RefusedSource {
        CertificateID asked = OcspQuestion.id(certificate, issuer);
        return Arrays.stream(answer.getResponses())
                .filter(single -> single.getCertID().equals(asked))
                .findFirst()
                .orElseThrow(() -> new RefusedSource(SourceOutcome.OTHER_CERTIFICATE));
    }

    private static RevocationSource source(byte[] content, SingleResp about, X509Certificate issuer) {
        return new RevocationSource(
                Kind.OCSP,
                issuer.getSubjectX500Principal().getName(),
                Fingerprint.of(content),
                about.getThisUpdate().toInstant(),
                Optional.ofNullable(about.getNextUpdate()).map(Date::toInstant));
    }

    RevocationSource source() {
        return source;
    }

    boolean fits(OcspQuestion question) {
        return question.fits(answer);
    }

    boolean isOlderThan(OcspAnswer other) {
        return source.thisUpdate().isBefore(other.source.thisUpdate());
    }

    /** The responder knows the certificate. */
    boolean isKnown() {
        @Nullable CertificateStatus status = about.getCertStatus();
        return status == CertificateStatus.GOOD || status instanceof RevokedStatus;
    }

    /** Still the responder's word at that instant, of a certificate that had not expired when it was given. */
    boolean isCurrent(Instant at) {
        Instant until = source.nextUpdate().orElse(source.thisUpdate().plus(UNSAID_LIFE));
        return !until.isBefore(at)
                && !source.thisUpdate().isAfter(certificate.getNotAfter().toInstant());
    }

    /** As {@link CheckedCrl#revokes}. */
    boolean revokes(Instant at) {
        @Nullable CertificateStatus status = about.getCertStatus();
        if (!(status instanceof RevokedStatus revoked)) {
            return false;
        }
        boolean later = revoked.getRevocationTime().toInstant().isAfter(at);
        return !later || !revoked.hasRevocationReason() || !HARMLESS.contains(revoked.getRevocationReason());
    }
}
