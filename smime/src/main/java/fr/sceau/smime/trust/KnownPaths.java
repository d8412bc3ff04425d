package fr.sceau.smime.trust;

import fr.sceau.smime.Fingerprint;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Paths that were found in the last minutes, for the same certificates. A path is given again only where looking for it
 * would read the same: every certificate that may be part of it is valid at both instants or at neither. It says nothing of
 * revocation, which is judged anew for each message. That there is no path is not remembered. Thread-safe.
 */
final class KnownPaths {
    static final Duration AGE = Duration.ofMinutes(5);

    private static final int MOST = 500;
    private static final int MOST_CERTIFICATES = 16;

    private final List<X509Certificate> always;
    private final LongSupplier nanos;
    private final Map<String, Known> known = new LinkedHashMap<>();

    private record Known(List<X509Certificate> path, Date at, long foundAt) {}

    /**
     * @param always the certificates that may be part of every path
     * @param nanos a clock that never steps, in nanoseconds
     */
    KnownPaths(Collection<X509Certificate> always, LongSupplier nanos) {
        this.always = List.copyOf(always);
        this.nanos = nanos;
    }

    /**
     * @param asked the signer's certificate, then those that came with it
     * @param search depends on nothing but the certificates and which of them are valid at that instant
     */
    Optional<List<X509Certificate>> find(
            List<X509Certificate> asked, Date at, Supplier<Optional<List<X509Certificate>>> search) {
        Optional<String> key = asked.size() > MOST_CERTIFICATES ? Optional.empty() : key(asked);
        Optional<Known> last = key.flatMap(this::recent).filter(path -> readsTheSame(asked, path.at(), at));
        if (last.isPresent()) {
            return last.map(Known::path);
        }
        Optional<List<X509Certificate>> found = search.get();
        key.ifPresent(name -> found.ifPresent(path -> remember(name, path, at)));
        return found;
    }

    private synchronized Optional<Known> recent(String key) {
        return Optional.ofNullable(known.get(key)).filter(path -> nanos.getAsLong() - path.foundAt() < AGE.toNanos());
    }

    private synchronized void remember(String key, List<X509Certificate> path, Date at) {
        known.remove(key); // so that it becomes the youngest
        known.put(key, new Known(List.copyOf(path), at, nanos.getAsLong()));
        if (known.size() > MOST) {
            known.remove(known.keySet().iterator().next());
        }
    }

    private boolean readsTheSame(List<X509Certificate> asked, Date one, Date other) {
        return Stream.concat(always.stream(), asked.stream())
                .allMatch(certificate -> isValid(certificate, one) == isValid(certificate, other));
    }

    private static boolean isValid(X509Certificate certificate, Date at) {
        return !at.before(certificate.getNotBefore()) && !at.after(certificate.getNotAfter());
    }

    private static Optional<String> key(List<X509Certificate> certificates) {
        try {
            StringBuilder key = new StringBuilder();
            for (X509Certificate certificate : certificates) {
                key.append(Fingerprint.of(certificate.getEncoded()));
            }
            return Optional.of(key.toString());
        } catch (CertificateEncodingException e) {
            return Optional.empty();
        }
    }
}
