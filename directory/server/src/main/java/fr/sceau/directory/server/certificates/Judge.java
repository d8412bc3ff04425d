package fr.sceau.directory.server.certificates;

import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.Unfit;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.FetchedAnswers;
import fr.sceau.smime.trust.FetchedAuthorities;
import fr.sceau.smime.trust.PathOutcome;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.RevocationData;
import fr.sceau.smime.trust.RevocationNeeds;
import fr.sceau.smime.trust.TrustAnchors;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the installation makes of certificates for encrypting mail, by the code and the files with which the mail server seals:
 * purpose, key, path to an anchor of {@code trust/}, validity, revocation as far as it is known here. Says nothing of whose they are.
 *
 * <p>Lists of revocation are large: they are read for one round of judging and not kept.
 */
public final class Judge {
    private final Path trust;
    private final boolean testAccepted;

    /**
     * @param trust the folder of the installation
     * @param testAccepted whether certificates of the TEST world are good here
     */
    public Judge(Path trust, boolean testAccepted) {
        this.trust = trust;
        this.testAccepted = testAccepted;
    }

    /** For each certificate why it is refused, or nothing. On all processors: a start waits for it. */
    public Map<X509Certificate, Optional<Refusal>> judge(Collection<X509Certificate> certificates, Instant at) {
        if (certificates.isEmpty()) {
            return Map.of();
        }
        Optional<PathValidator> paths = paths();
        return certificates.parallelStream()
                .collect(Collectors.toConcurrentMap(
                        one -> one, one -> refusal(one, paths, at), (verdict, again) -> verdict));
    }

    private Optional<PathValidator> paths() {
        try {
            TrustAnchors anchors = TrustAnchors.load(trust);
            Path fetched = trust.resolve("fetched"); // written by the mail server
            RevocationData data = new RevocationData(
                    new CrlCache(trust.resolve("crl"), fetched.resolve("crl")),
                    new FetchedAnswers(fetched.resolve("ocsp")),
                    new FetchedAuthorities(fetched.resolve("ca"), anchors),
                    RevocationNeeds.NONE);
            return Optional.of(new PathValidator(anchors, data, testAccepted));
        } catch (SmimeException | RuntimeException unreadable) { // decoders throw what they do not declare
            return Optional.empty();
        }
    }

    private static Optional<Refusal> refusal(X509Certificate certificate, Optional<PathValidator> paths, Instant at) {
        try {
            Optional<Unfit> unfit = Recipient.unfit(certificate);
            if (unfit.isPresent()) {
                return unfit.map(Refusal::of);
            }
            return paths.map(validator -> refusal(certificate, validator, at))
                    .orElse(Optional.of(Refusal.NO_AUTHORITIES));
        } catch (RuntimeException e) { // of a certificate that nobody foresaw: the others are judged all the same
            return Optional.of(Refusal.NOT_CHECKED);
        }
    }

    private static Optional<Refusal> refusal(X509Certificate certificate, PathValidator paths, Instant at) {
        PathOutcome outcome = paths.validate(certificate, List.of(), at);
        return outcome instanceof PathOutcome.Refused refused
                ? Optional.of(Refusal.of(refused.doubt()))
                : Optional.empty();
    }
}
