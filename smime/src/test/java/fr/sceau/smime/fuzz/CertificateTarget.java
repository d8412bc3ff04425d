package fr.sceau.smime.fuzz;

import fr.sceau.smime.Capabilities;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.fetch.AllowedHosts;
import fr.sceau.smime.fetch.RevocationUpdater;
import fr.sceau.smime.identity.IdentityReader;
import fr.sceau.smime.trust.CertificatePurpose;
import fr.sceau.smime.trust.FetchedAnswers;
import fr.sceau.smime.trust.FetchedAuthorities;
import fr.sceau.smime.trust.FetchedLists;
import fr.sceau.smime.trust.PathOutcome;
import fr.sceau.smime.trust.TrustAnchors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Never throws on a certificate that the platform reads; a valid path leads to none but what an authority of ours signed. */
final class CertificateTarget implements Target {
    private final FuzzWorld world;
    private final DerEdits edits;
    private final FetchedAuthorities authorities;
    private final RevocationUpdater updater;
    private final Set<ByteBuffer> signed = new HashSet<>();

    CertificateTarget(FuzzWorld world) throws IOException, CertificateException, SmimeException {
        this.world = world;
        List<byte[]> certificates = world.contents("objects", ".cer");
        for (byte[] certificate : certificates) {
            signed.add(ByteBuffer.wrap(read(certificate).getTBSCertificate()));
        }
        this.edits = new DerEdits(certificates);
        Path folder = Files.createTempDirectory("sceau-fuzz");
        this.authorities =
                new FetchedAuthorities(folder, TrustAnchors.load(world.folder().resolve("trust")));
        this.updater = new RevocationUpdater(
                new AllowedHosts(List.of("127.0.0.1:9")), // nobody is asked: run() is never called
                new RevocationUpdater.Keeping(new FetchedLists(folder), new FetchedAnswers(folder), authorities),
                (address, outcome) -> {});
    }

    @Override
    public void check(byte[] octets) throws IOException, CertificateException {
        byte[] content = edits.apply(octets);
        authorities.offer(world.signer().certificate(), content, FuzzWorld.NOW);
        X509Certificate certificate;
        try {
            certificate = read(content);
        } catch (CertificateException
                | IllegalArgumentException unreadable) { // the second is not declared: fr.sceau.testpki.Garbled
            return; // as the reader of messages does: one that cannot be read helps no path
        }
        use(certificate);
        PathOutcome outcome = world.paths().validate(certificate, world.signer().chain(), FuzzWorld.NOW);
        if (outcome instanceof PathOutcome.Valid
                && !signed.contains(ByteBuffer.wrap(certificate.getTBSCertificate()))) {
            throw new AssertionError("valid, and no authority signed it");
        }
    }

    private void use(X509Certificate certificate) {
        IdentityReader.read(certificate).displayName();
        CertificatePurpose.signsMail(certificate);
        CertificatePurpose.isAuthentication(certificate);
        CertificatePurpose.receivesMail(certificate);
        CertificatePurpose.isTest(certificate);
        CertificatePurpose.hasAdmittedCategory(certificate);
        Capabilities.of(certificate);
        updater.judged(certificate, world.signer().chain().get(1), false);
        updater.pathMissing(certificate);
    }

    private static X509Certificate read(byte[] content) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
    }
}
