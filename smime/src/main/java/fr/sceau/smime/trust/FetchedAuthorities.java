package fr.sceau.smime.trust;

import fr.sceau.smime.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Certificates of issuing authorities that came from the network. They help to build paths and are trusted for nothing by
 * themselves; only those that lead to an anchor of the installation are kept.
 */
public final class FetchedAuthorities {
    private static final int MOST_AUTHORITIES = 50;
    private static final long MOST_OCTETS = 1L << 20;

    private final FetchedFolder files;
    private final PathFinder finder;

    /** @param folder one that nobody else writes to */
    public FetchedAuthorities(Path folder, TrustAnchors trust) {
        this.files = new FetchedFolder(folder, ".cer", MOST_AUTHORITIES, MOST_OCTETS);
        this.finder = new PathFinder(trust, PathRules.OURS);
    }

    /**
     * Keeps a certificate if it is that of the authority which issued the holder's.
     *
     * @throws IOException when it cannot be written
     */
    public SourceOutcome offer(X509Certificate holder, byte[] content, Instant now) throws IOException {
        Optional<X509Certificate> read = read(content);
        if (read.isEmpty() || read.get().getBasicConstraints() < 0) {
            return SourceOutcome.NOT_A_CERTIFICATE;
        }
        X509Certificate authority = read.get();
        if (!authority.getSubjectX500Principal().equals(holder.getIssuerX500Principal())) {
            return SourceOutcome.WRONG_ISSUER;
        }
        if (!hasSigned(authority, holder)) {
            return SourceOutcome.BAD_SIGNATURE;
        }
        if (finder.find(authority, List.of(), now).isEmpty()) {
            return SourceOutcome.UNKNOWN_AUTHORITY;
        }
        files.put(Fingerprint.of(content), content);
        return SourceOutcome.STORED;
    }

    /** Those in the name of the certificate's issuer. */
    List<X509Certificate> issuersOf(X509Certificate certificate) {
        try {
            return files.names().stream()
                    .flatMap(name -> files.read(name).stream())
                    .flatMap(content -> read(content).stream())
                    .filter(one -> one.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static boolean hasSigned(X509Certificate authority, X509Certificate holder) {
        try {
            holder.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException refused) {
            return false;
        }
    }

    private static Optional<X509Certificate> read(byte[] content) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            return Optional.of((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(content)));
        } catch (CertificateException | RuntimeException unreadable) { // the decoder throws what it likes
            return Optional.empty();
        }
    }
}
