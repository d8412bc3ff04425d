package fr.sceau.smime.trust;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Builds a path to an anchor (RFC 5280 section 6) without regard to revocation or to today's date. */
final class PathFinder {
    /** Issuing certificates between a signer and an anchor: IGC-Santé has one. */
    private static final int MAX_PATH_LENGTH = 4;

    private final Set<TrustAnchor> anchors;
    private final List<X509Certificate> intermediates;
    private final PathRules rules;
    private final KnownPaths known;

    PathFinder(TrustAnchors trust, PathRules rules) {
        this.rules = rules;
        this.anchors = trust.anchors().stream()
                .map(anchor -> new TrustAnchor(anchor, null))
                .collect(Collectors.toUnmodifiableSet());
        this.intermediates = trust.intermediates();
        List<X509Certificate> always = new ArrayList<>(trust.anchors());
        always.addAll(intermediates);
        this.known = new KnownPaths(always, System::nanoTime);
    }

    /**
     * Signer first, anchor last. An expired certificate has a path all the same, so that people are told that it is
     * expired: the path is looked for at an instant of its own life.
     */
    Optional<List<X509Certificate>> find(X509Certificate target, Collection<X509Certificate> extra, Instant at) {
        Instant start = target.getNotBefore().toInstant();
        Instant end = target.getNotAfter().toInstant();
        Instant nearest = at.isBefore(start) ? start : at.isAfter(end) ? end : at;
        List<X509Certificate> asked = new ArrayList<>(List.of(target));
        asked.addAll(extra);
        Date date = Date.from(nearest);
        return known.find(asked, date, () -> build(target, extra, date))
                .or(() -> build(target, extra, Date.from(start)));
    }

    /** Certificates that may be part of a path or sign a list, but are trusted for nothing by themselves. */
    Stream<X509Certificate> candidates(Collection<X509Certificate> extra) {
        return Stream.concat(intermediates.stream(), extra.stream());
    }

    /** Whether an authority of that name is among those of the installation. */
    boolean knows(X500Principal name) {
        return Stream.concat(anchors.stream().map(TrustAnchor::getTrustedCert), intermediates.stream())
                .anyMatch(authority -> authority.getSubjectX500Principal().equals(name));
    }

    private Optional<List<X509Certificate>> build(
            X509Certificate target, Collection<X509Certificate> extra, Date date) {
        try {
            PKIXBuilderParameters parameters = parameters(target, extra);
            parameters.setDate(date);
            PKIXCertPathBuilderResult result = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return Optional.of(path(result)).filter(this::isStrong);
        } catch (CertPathBuilderException noPath) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("path building cannot be set up", e);
        }
    }

    private PKIXBuilderParameters parameters(X509Certificate target, Collection<X509Certificate> extra)
            throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(target);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, selector);
        List<X509Certificate> candidates = new ArrayList<>(candidates(extra).toList());
        candidates.add(target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(candidates)));
        parameters.setRevocationEnabled(false); // judged on its own, so that "unknown" is not "revoked"
        parameters.setMaxPathLength(MAX_PATH_LENGTH);
        rules.applyTo(parameters);
        return parameters;
    }

    @SuppressWarnings("unchecked")
    private static List<X509Certificate> path(PKIXCertPathBuilderResult result) {
        List<X509Certificate> path =
                new ArrayList<>((List<X509Certificate>) result.getCertPath().getCertificates());
        X509Certificate anchor = result.getTrustAnchor().getTrustedCert();
        if (path.isEmpty() || !path.get(path.size() - 1).equals(anchor)) {
            path.add(anchor);
        }
        return path;
    }

    /** No SHA-1, no short key. The anchor's own signature proves nothing and is not looked at. */
    private boolean isStrong(List<X509Certificate> path) {
        return path.stream().allMatch(link -> rules.accept(link.getPublicKey()))
                && path.subList(0, path.size() - 1).stream()
                        .allMatch(link -> rules.accept(link.getSigAlgOID(), link.getSigAlgParams()));
    }
}
