package fr.sceau.smime.fetch;

import fr.sceau.smime.fetch.Download.Result;
import fr.sceau.smime.trust.FetchedLists;
import fr.sceau.smime.trust.SourceOutcome;
import fr.sceau.smime.trust.TrustAnchors;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Keeps the list of each known address fresh. */
final class ListRefresh {
    private static final int MOST_OCTETS = 64 << 20;
    private static final int MOST_ADDRESSES = 100;
    private static final int MOST_KEYS = 5;
    private static final Duration OFTEN = Duration.ofMinutes(10);
    private static final Duration SELDOM = Duration.ofHours(6);

    private final FetchedLists lists;
    private final Download download;
    private final SourceReport report;
    private final Map<URI, Source> sources = new ConcurrentHashMap<>();

    /** @param issuers certificates of the list's issuer: more than one when its key changes */
    private record Source(URI address, Set<X509Certificate> issuers, Attempts attempts) {}

    ListRefresh(FetchedLists lists, Download download, SourceReport report) {
        this.lists = lists;
        this.download = download;
        this.report = report;
    }

    /** Takes up again what was refreshed before a restart, and the lists that authorities of the installation name. */
    void begin(TrustAnchors trust) {
        List<X509Certificate> authorities = Stream.concat(trust.anchors().stream(), trust.intermediates().stream())
                .toList();
        lists.known().forEach((address, issuer) -> authorities.stream()
                .filter(one -> one.getSubjectX500Principal().equals(issuer))
                .forEach(one -> add(address, one)));
        trust.intermediates().forEach(authority -> authorities.stream()
                .filter(one -> one.getSubjectX500Principal().equals(authority.getIssuerX500Principal()))
                .forEach(issuer -> judged(authority, issuer)));
    }

    void judged(X509Certificate certificate, X509Certificate issuer) {
        Addresses.lists(certificate).forEach(address -> add(address, issuer));
    }

    private void add(URI address, X509Certificate issuer) {
        if (sources.size() < MOST_ADDRESSES) {
            sources.putIfAbsent(address, new Source(address, ConcurrentHashMap.newKeySet(), new Attempts()));
        }
        @Nullable Source source = sources.get(address);
        if (source != null && source.issuers().size() < MOST_KEYS) {
            source.issuers().add(issuer);
        }
    }

    /**
     * Asks every source that is due.
     *
     * @return whose lists are fresh now that may not have been before
     */
    Set<X500Principal> run(Instant now) {
        return sources.values().stream()
                .filter(source -> source.attempts().isDue(now))
                .filter(source -> ask(source, now))
                .flatMap(source -> source.issuers().stream())
                .map(X509Certificate::getSubjectX500Principal)
                .collect(Collectors.toSet());
    }

    private boolean ask(Source source, Instant now) {
        SourceOutcome outcome = outcome(source, now);
        report.asked(source.address(), outcome);
        if (outcome.isGood()) {
            source.attempts().succeeded(again(source, now));
        } else if (outcome == SourceOutcome.ADDRESS_REFUSED) {
            source.attempts().succeeded(Instant.MAX); // said once; only the operator can change it
        } else {
            source.attempts().failed(now);
        }
        return outcome.isGood();
    }

    private SourceOutcome outcome(Source source, Instant now) {
        Result result = download.get(source.address(), MOST_OCTETS);
        if (result instanceof Result.Content content) {
            try {
                return lists.offer(source.address(), content.octets(), source.issuers(), now);
            } catch (IOException e) {
                return SourceOutcome.NOT_WRITTEN;
            }
        }
        return ((Result.Failed) result).outcome();
    }

    /** Half-way to its end, so that there is time to try again; and often enough to learn of a revocation the same day. */
    private Instant again(Source source, Instant now) {
        Duration half = lists.nextUpdate(source.address())
                .map(end -> Duration.between(now, end).dividedBy(2))
                .orElse(OFTEN);
        return now.plus(half.compareTo(OFTEN) < 0 ? OFTEN : half.compareTo(SELDOM) > 0 ? SELDOM : half);
    }
}
