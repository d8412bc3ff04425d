package fr.sceau.testpki;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A whole TEST infrastructure in the likeness of IGC-Santé.
 *
 * <pre>{@code
 * TestPki pki = TestPki.generate(Instant.now(), KeySizes.quick());
 * Issued doctor = pki.person("899700218896", "MARTIN", "CLAIRE").signature();
 * pki.revoke(doctor.certificate());
 * pki.writeTrust(home.resolve("trust"), Instant.now());
 * }</pre>
 *
 * <p>Safe for use by several threads.
 */
public final class TestPki {
    private static final long DAYS_OF_VALIDITY = 3 * 365L;

    private final InstantSource clock;
    private final KeySizes sizes;
    private final Hierarchy hierarchy;
    private final RevocationLists revocations;
    private final Certifier certifier;

    TestPki(InstantSource clock, KeySizes sizes, Hierarchy hierarchy, RevocationLists revocations) {
        this.clock = clock;
        this.sizes = sizes;
        this.hierarchy = hierarchy;
        this.revocations = revocations;
        this.certifier = new Certifier(hierarchy, sizes.holder());
    }

    /** New keys for all authorities; certificates issued later start an hour before the clock's time. */
    public static TestPki generate(InstantSource clock, KeySizes sizes) {
        Hierarchy hierarchy = Hierarchy.generate(clock.instant(), sizes.authority());
        return new TestPki(clock, sizes, hierarchy, new RevocationLists());
    }

    /** As {@link #generate(InstantSource, KeySizes)} with time standing still. */
    public static TestPki generate(Instant now, KeySizes sizes) {
        return generate(InstantSource.fixed(now), sizes);
    }

    /** Reads what {@link #save} wrote. */
    public static TestPki load(Path folder, char[] password, InstantSource clock, KeySizes sizes) throws IOException {
        PkiFolder files = new PkiFolder(folder, password);
        return new TestPki(clock, sizes, files.hierarchy(), files.revocations());
    }

    /** Keeps authorities ({@code authorities.p12}, encrypted) and revocations ({@code revoked.tsv}). */
    public void save(Path folder, char[] password) throws IOException {
        new PkiFolder(folder, password).write(hierarchy, revocations);
    }

    /**
     * A professional.
     *
     * @param idNatPs type digit and identifier, such as {@code 899700218896}
     */
    public Person person(String idNatPs, String family, String given) {
        return new Person(certifier, options(), idNatPs, family, given);
    }

    /** A structure, service, application or server; {@code commonName} is its name or its host. */
    public Organisation organisation(Workplace workplace, String commonName) {
        return new Organisation(certifier, options(), workplace, commonName);
    }

    private Options options() {
        Instant from = clock.instant().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        Instant until = from.plus(DAYS_OF_VALIDITY, ChronoUnit.DAYS);
        return new Options(from, until, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Another infrastructure whose authorities bear the very same names, under other keys. */
    public TestPki rogue() {
        return generate(clock, sizes);
    }

    /** Puts the certificate on the next lists of its authority, as revoked now. */
    public void revoke(X509Certificate certificate) {
        revoke(certificate, clock.instant());
    }

    /** Puts the certificate on the next lists of its authority, as revoked at that instant. */
    public void revoke(X509Certificate certificate, Instant at) {
        Authority authority = hierarchy.all().stream()
                .filter(one -> one.certificate().getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .findFirst()
                .orElseThrow(() -> new TestPkiException("not issued here"));
        revocations.add(new RevocationLists.Revocation(authority.code(), certificate.getSerialNumber(), at));
    }

    /** One list per authority, roots included, valid for ten days from that instant: file name to DER. */
    public Map<String, byte[]> crls(Instant at) {
        return revocations.publish(hierarchy.all(), at);
    }

    /** Roots. */
    public List<X509Certificate> anchors() {
        return Stream.of(Issuer.values())
                .map(issuer -> hierarchy.root(issuer).certificate())
                .toList();
    }

    /** Issuing authorities. */
    public List<X509Certificate> intermediates() {
        return Stream.of(Issuer.values())
                .map(issuer -> hierarchy.issuing(issuer).certificate())
                .toList();
    }

    /** Writes {@code anchors/*.cer}, {@code intermediates/*.cer} and {@code crl/*.crl}. */
    public void writeTrust(Path trustFolder, Instant at) throws IOException {
        TrustFolder folder = new TrustFolder(trustFolder);
        folder.writeAuthorities(hierarchy);
        folder.writeLists(crls(at));
    }

    /** Writes {@code crl/*.crl} only: what a new day needs. */
    public void renewLists(Path trustFolder, Instant at) throws IOException {
        new TrustFolder(trustFolder).writeLists(crls(at));
    }
}
