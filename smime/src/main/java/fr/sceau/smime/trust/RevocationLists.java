package fr.sceau.smime.trust;

import fr.sceau.smime.RevocationSource;
import fr.sceau.smime.trust.DistributionPoints.Point;
import fr.sceau.smime.trust.RevocationState.Kind;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.security.auth.x500.X500Principal;

/**
 * What the CRLs on disk say of a certificate: RFC 5280 6.3.3 without delta CRLs. Where several lists share the reasons
 * among them, all are needed; of two for the same reasons the newer decides.
 */
final class RevocationLists {
    private final CrlCache crls;
    private final PathFinder finder;
    private final PathRules rules;

    RevocationLists(CrlCache crls, PathFinder finder, PathRules rules) {
        this.crls = crls;
        this.finder = finder;
        this.rules = rules;
    }

    /**
     * One certificate to look up.
     *
     * @param certificates the path from it to the anchor
     * @param extra what came along and may have signed a list
     * @param asking certificates whose state is being looked for already, so that no list vouches for its own signer
     */
    record Question(
            List<X509Certificate> certificates, List<X509Certificate> extra, Instant at, Set<X509Certificate> asking) {
        Question {
            certificates = List.copyOf(certificates);
            extra = List.copyOf(extra);
            asking = Set.copyOf(asking);
        }

        X509Certificate certificate() {
            return certificates.get(0);
        }

        /** The certificates that vouch for this one; their own states are asked for elsewhere. */
        List<X509Certificate> above() {
            return certificates.subList(1, certificates.size());
        }

        X509Certificate anchor() {
            return certificates.get(certificates.size() - 1);
        }

        /** The same for another certificate, on whose state the answer to this question rests. */
        Question about(List<X509Certificate> path) {
            Set<X509Certificate> all = new HashSet<>(asking);
            all.add(certificate());
            return new Question(path, extra, at, all);
        }
    }

    /** One list, at one of the points where the certificate may be looked up. */
    private record Place(Point point, CheckedCrl crl) {}

    RevocationState of(Question question) {
        List<RevocationSource> sources = new ArrayList<>();
        int known = Reasons.NONE;
        for (Place place : places(question.certificate())) {
            int reasons = place.crl().reasons(question.certificate(), place.point());
            if ((reasons & ~known) == Reasons.NONE || !isGenuine(place, question)) {
                continue;
            }
            sources.add(place.crl().source());
            if (place.crl().revokes(question.certificate(), question.at())) {
                return new RevocationState(Kind.REVOKED, sources);
            }
            known |= isTelling(place.crl(), question) ? reasons : Reasons.NONE;
        }
        return new RevocationState(known == Reasons.ALL ? Kind.GOOD : Kind.UNKNOWN, sources);
    }

    private List<Place> places(X509Certificate certificate) {
        Map<X500Principal, List<CheckedCrl>> read = new HashMap<>(); // the cache looks at the disk each time
        return DistributionPoints.of(certificate).stream()
                .flatMap(point -> point.issuersFor(certificate).stream()
                        .flatMap(issuer -> read.computeIfAbsent(issuer, crls::of).stream())
                        .filter(CheckedCrl::isUnderstood)
                        .map(crl -> new Place(point, crl)))
                .sorted(Comparator.comparing((Place place) -> place.crl().thisUpdate())
                        .reversed())
                .toList();
    }

    /** Its silence means that the certificate is not revoked. */
    private static boolean isTelling(CheckedCrl crl, Question question) {
        return crl.isCurrent(question.at()) && crl.speaksOf(question.certificate());
    }

    /**
     * Signed by a certificate of the path, or by another in the list's name under the same anchor (RFC 5280 6.3.3 (f)); by
     * the certificate that is asked about only where its issuer names it as the one who speaks of it.
     */
    private boolean isGenuine(Place place, Question question) {
        CheckedCrl crl = place.crl();
        Predicate<X509Certificate> signer =
                one -> one.getSubjectX500Principal().equals(crl.issuer()) && crl.isSignedBy(one, rules);
        return question.above().stream().anyMatch(signer)
                || place.point().crlIssuers().contains(crl.issuer()) && signer.test(question.certificate())
                || finder.candidates(question.extra())
                        .filter(one -> !question.asking().contains(one) && !one.equals(question.certificate()))
                        .filter(signer)
                        .anyMatch(one -> isSound(one, question));
    }

    private boolean isSound(X509Certificate signer, Question question) {
        Optional<List<X509Certificate>> found = finder.find(signer, question.extra(), question.at());
        return found.filter(path -> path.get(path.size() - 1).equals(question.anchor()))
                .filter(path -> path.stream().allMatch(link -> isValid(link, question.at())))
                .filter(path -> isNotRevoked(path, question))
                .isPresent();
    }

    private boolean isNotRevoked(List<X509Certificate> path, Question question) {
        for (int i = 0; i < path.size() - 1; i++) {
            boolean judgedElsewhere = question.above().contains(path.get(i));
            if (!judgedElsewhere
                    && !of(question.about(path.subList(i, path.size()))).is(Kind.GOOD)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !certificate.getNotBefore().toInstant().isAfter(at)
                && !certificate.getNotAfter().toInstant().isBefore(at);
    }
}
