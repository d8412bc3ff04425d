package fr.sceau.smime.fetch;

import fr.sceau.smime.fetch.RevocationUpdater.Keeping;
import fr.sceau.smime.trust.Authority;
import fr.sceau.smime.trust.CrlCache;
import fr.sceau.smime.trust.FetchedAnswers;
import fr.sceau.smime.trust.FetchedAuthorities;
import fr.sceau.smime.trust.FetchedLists;
import fr.sceau.smime.trust.PathOutcome;
import fr.sceau.smime.trust.PathValidator;
import fr.sceau.smime.trust.RevocationData;
import fr.sceau.smime.trust.SourceOutcome;
import fr.sceau.smime.trust.TrustAnchors;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** An installation and the web server of the authority that it trusts. */
final class Site implements AutoCloseable {
    static final String LIST = "/ac.crl";
    static final String RESPONDER = "/ocsp";

    final Publisher publisher = new Publisher();
    final Authority authority = Authority.root("RACINE");
    final X509Certificate leaf = authority.holder(Authority.ec(), builder -> {
        GeneralName list = uri(LIST);
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            new DistributionPoint(new DistributionPointName(new GeneralNames(list)), null, null)
        }));
        builder.addExtension(
                Extension.authorityInfoAccess,
                false,
                new AuthorityInformationAccess(new AccessDescription(AccessDescription.id_ad_ocsp, uri(RESPONDER))));
    });
    final List<String> outcomes = new ArrayList<>();
    private final Path folder;
    private final TrustAnchors trust = TrustAnchors.of(List.of(authority.certificate()), List.of());
    private RevocationUpdater updater;

    Site(Path folder) throws Exception {
        this.folder = folder;
        this.updater = updater(Duration.ofMinutes(1), List.of(publisher.host()));
    }

    private GeneralName uri(String path) {
        return new GeneralName(
                GeneralName.uniformResourceIdentifier, publisher.address(path).toString());
    }

    RevocationUpdater updater(Duration patience, List<String> hosts) {
        return new RevocationUpdater(
                new AllowedHosts(hosts),
                new Keeping(new FetchedLists(folder.resolve("crl")), answers(), authorities()),
                (address, outcome) -> outcomes.add(note(address, outcome)),
                patience);
    }

    private String note(String address, SourceOutcome outcome) {
        return address.substring(address.lastIndexOf('/')) + " " + outcome.code();
    }

    private FetchedAuthorities authorities() {
        return new FetchedAuthorities(folder.resolve("ca"), trust);
    }

    private FetchedAnswers answers() {
        return new FetchedAnswers(folder.resolve("ocsp"));
    }

    /** From now on with these. */
    void use(RevocationUpdater other) {
        updater = other;
    }

    /** As after a stop and a start: nothing is remembered but what lies on disk. */
    void restart() {
        updater = updater(Duration.ofMinutes(1), List.of(publisher.host()));
        updater.begin(trust);
    }

    PathOutcome judge(Instant at) {
        return judge(leaf, at);
    }

    PathOutcome judge(X509Certificate certificate, Instant at) {
        RevocationData data =
                new RevocationData(new CrlCache(folder.resolve("crl")), answers(), authorities(), updater);
        return new PathValidator(trust, data, true).validate(certificate, List.of(), at);
    }

    /** What the background does at that instant; gives what became of each request. */
    List<String> run(Instant now) {
        outcomes.clear();
        updater.run(now);
        return List.copyOf(outcomes);
    }

    @Override
    public void close() {
        publisher.close();
    }
}
