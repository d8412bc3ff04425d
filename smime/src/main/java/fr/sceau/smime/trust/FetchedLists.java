package fr.sceau.smime.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * The CRLs that came from the network, one for each address; the file's name is the address. What is no better than the
 * list that we hold never takes its place.
 */
public final class FetchedLists {
    /** So that the address makes a file name. */
    public static final int LONGEST_ADDRESS = 180;

    static final Duration SKEW = Duration.ofMinutes(5);
    private static final int MOST_LISTS = 200;
    private static final long MOST_OCTETS = 512L << 20;

    private final FetchedFolder files;

    /** @param folder one that a {@link CrlCache} reads too */
    public FetchedLists(Path folder) {
        this.files = new FetchedFolder(folder, ".crl", MOST_LISTS, MOST_OCTETS);
    }

    /**
     * Keeps what was found at an address if it is a list of that issuer, of today, and newer than ours.
     *
     * @param issuers certificates of one issuer, which may have changed its key
     * @throws IOException when it cannot be written
     */
    public SourceOutcome offer(URI address, byte[] content, Collection<X509Certificate> issuers, Instant now)
            throws IOException {
        try {
            CheckedCrl offered = read(content);
            check(offered, issuers, now);
            Optional<CheckedCrl> held = held(address);
            if (held.filter(ours -> ours.source().equals(offered.source())).isPresent()) {
                return SourceOutcome.UNCHANGED;
            }
            if (held.filter(ours -> isNewer(ours, offered)).isPresent()) {
                return SourceOutcome.OLDER;
            }
            files.put(name(address), content);
            return SourceOutcome.STORED;
        } catch (RefusedSource e) {
            return e.outcome();
        }
    }

    /** Until when the list that we hold of that address is its issuer's word. */
    public Optional<Instant> nextUpdate(URI address) {
        return held(address).flatMap(CheckedCrl::nextUpdate);
    }

    /** The addresses that gave a list, each with the list's issuer: what to refresh after a restart. */
    public Map<URI, X500Principal> known() {
        Map<URI, X500Principal> known = new HashMap<>();
        for (String name : names()) {
            files.read(name).flatMap(FetchedLists::readable).ifPresent(list -> address(name)
                    .ifPresent(address -> known.put(address, list.issuer())));
        }
        return known;
    }

    private List<String> names() {
        try {
            return files.names();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private Optional<CheckedCrl> held(URI address) {
        return files.read(name(address)).flatMap(FetchedLists::readable);
    }

    private static void check(CheckedCrl list, Collection<X509Certificate> issuers, Instant now) throws RefusedSource {
        if (!list.isUnderstood()) {
            throw new RefusedSource(SourceOutcome.NOT_UNDERSTOOD);
        }
        if (issuers.stream().noneMatch(one -> list.issuer().equals(one.getSubjectX500Principal()))) {
            throw new RefusedSource(SourceOutcome.WRONG_ISSUER);
        }
        if (issuers.stream().noneMatch(one -> list.isSignedBy(one, PathRules.OURS))) {
            throw new RefusedSource(SourceOutcome.BAD_SIGNATURE);
        }
        if (!list.isCurrent(now) || list.thisUpdate().isAfter(now.plus(SKEW))) {
            throw new RefusedSource(SourceOutcome.OUT_OF_DATE);
        }
    }

    /** By number where both have one (RFC 5280 5.2.3), by time where they have none or the same. */
    private static boolean isNewer(CheckedCrl ours, CheckedCrl offered) {
        int ahead = ours.number()
                .flatMap(number -> offered.number().map(number::compareTo))
                .orElse(0);
        return ahead > 0 || ahead == 0 && ours.thisUpdate().isAfter(offered.thisUpdate());
    }

    private static CheckedCrl read(byte[] content) throws RefusedSource {
        return readable(content).orElseThrow(() -> new RefusedSource(SourceOutcome.NOT_A_LIST));
    }

    private static Optional<CheckedCrl> readable(byte[] content) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Optional.of(new CheckedCrl((X509CRL) factory.generateCRL(new ByteArrayInputStream(content))));
        } catch (CRLException
                | CertificateException
                | RuntimeException unreadable) { // the decoder throws what it likes
            return Optional.empty();
        }
    }

    private static String name(URI address) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(address.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<URI> address(String name) {
        try {
            return Optional.of(URI.create(new String(Base64.getUrlDecoder().decode(name), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
