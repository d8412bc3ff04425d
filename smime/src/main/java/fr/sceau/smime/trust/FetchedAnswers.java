package fr.sceau.smime.trust;

import fr.sceau.smime.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/** The answers of OCSP responders that came from the network, the last one for each certificate. */
public final class FetchedAnswers {
    private static final int MOST_ANSWERS = 5_000;
    private static final long MOST_OCTETS = 64L << 20;

    private final FetchedFolder files;

    /** @param folder one that nobody else writes to */
    public FetchedAnswers(Path folder) {
        this.files = new FetchedFolder(folder, ".ocsp", MOST_ANSWERS, MOST_OCTETS);
    }

    /**
     * Keeps an answer if it is one to that question, of today, and newer than ours.
     *
     * @throws IOException when it cannot be written
     */
    public SourceOutcome offer(OcspQuestion question, byte[] content, Instant now) throws IOException {
        try {
            OcspAnswer offered = OcspAnswer.read(content, question.certificate(), question.issuer());
            if (!offered.fits(question)) {
                return SourceOutcome.WRONG_NONCE;
            }
            if (!offered.isCurrent(now) || offered.source().thisUpdate().isAfter(now.plus(FetchedLists.SKEW))) {
                return SourceOutcome.OUT_OF_DATE;
            }
            if (!offered.isKnown()) {
                return SourceOutcome.CERTIFICATE_UNKNOWN;
            }
            if (of(question.certificate(), question.issuer())
                    .filter(offered::isOlderThan)
                    .isPresent()) {
                return SourceOutcome.OLDER;
            }
            files.put(name(question.certificate()), content);
            return SourceOutcome.STORED;
        } catch (RefusedSource e) {
            return e.outcome();
        }
    }

    /** The answer that we hold, whatever its age; checked as on the day when it came. */
    Optional<OcspAnswer> of(X509Certificate certificate, X509Certificate issuer) {
        Optional<byte[]> content = files.read(name(certificate));
        try {
            return content.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OcspAnswer.read(content.get(), certificate, issuer));
        } catch (RefusedSource damaged) {
            return Optional.empty();
        }
    }

    private static String name(X509Certificate certificate) {
        try {
            return Fingerprint.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without encoding", e);
        }
    }
}
