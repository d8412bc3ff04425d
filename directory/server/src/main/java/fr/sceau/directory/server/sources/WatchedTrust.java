package fr.sceau.directory.server.sources;

import fr.sceau.directory.server.certificates.Judge;
import fr.sceau.directory.server.certificates.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the authorities of an installation make of certificates: judged anew when other certificates are asked about, when something
 * in {@code trust/} changes, and when time passes. Used by one thread at a time.
 */
final class WatchedTrust {
    /** For what no file tells: an authority that ends, a revocation that was announced. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Pattern AUTHORITY = Pattern.compile(".+\\.cer");
    private static final Pattern LIST = Pattern.compile(".+\\.crl");

    private final Path folder;
    private final Judge judge;
    private List<Stamp> seen = List.of();
    private Instant judgedAt = Instant.MIN;
    private Instant until = Instant.MIN;
    private Map<X509Certificate, Optional<Refusal>> verdicts = Map.of();

    WatchedTrust(Path folder, Judge judge) {
        this.folder = folder;
        this.judge = judge;
    }

    Map<X509Certificate, Optional<Refusal>> verdicts() {
        return verdicts;
    }

    /** Whether it is thought otherwise of one of them than before. */
    boolean refresh(Collection<X509Certificate> certificates, Instant now) throws IOException {
        Set<X509Certificate> asked = Set.copyOf(certificates);
        List<Stamp> stamps = asked.isEmpty() ? List.of() : stamps();
        boolean stands = !now.isBefore(judgedAt) && now.isBefore(until); // clocks are put back, too
        if (stands && asked.equals(verdicts.keySet()) && stamps.equals(seen)) {
            return false;
        }
        Map<X509Certificate, Optional<Refusal>> before = verdicts;
        verdicts = Map.copyOf(judge.judge(asked, now));
        seen = stamps;
        judgedAt = now;
        until = until(asked, now);
        return !verdicts.equals(before);
    }

    private static Instant until(Collection<X509Certificate> certificates, Instant now) {
        return certificates.stream()
                .flatMap(certificate -> Stream.of(
                        certificate.getNotBefore().toInstant(),
                        certificate.getNotAfter().toInstant().plusMillis(1))) // still valid in its last moment
                .filter(now::isBefore)
                .filter(now.plus(LONGEST)::isAfter)
                .min(Instant::compareTo)
                .orElse(now.plus(LONGEST));
    }

    /** What comes from the network takes its place by a name of its own: the folder tells. */
    private List<Stamp> stamps() throws IOException {
        List<Path> files = new ArrayList<>(Folder.files(folder.resolve("anchors"), AUTHORITY));
        files.addAll(Folder.files(folder.resolve("intermediates"), AUTHORITY));
        files.addAll(Folder.files(folder.resolve("crl"), LIST));
        Path fetched = folder.resolve("fetched");
        Stream.of("crl", "ocsp", "ca")
                .map(fetched::resolve)
                .filter(Files::isDirectory)
                .forEach(files::add);
        return Stamp.of(files);
    }
}
