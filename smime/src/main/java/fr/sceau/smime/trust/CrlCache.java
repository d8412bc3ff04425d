package fr.sceau.smime.trust;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;

/**
 * The CRLs on disk, by issuer. Looks at the folder on every question and reads changed files again, so that a renewed
 * CRL counts at once. A file that cannot be read gives no CRL, which leaves revocation unknown: never "not revoked".
 *
 * <p>Safe for use by several threads.
 */
public final class CrlCache {
    private final List<Path> folders;
    private final Map<Path, CachedFile> files = new HashMap<>();

    /** @param folders each may be empty or absent until the first CRL arrives */
    public CrlCache(Path... folders) {
        this.folders = List.of(folders);
    }

    /** CRLs in the name of an issuer, not yet checked in any way. */
    synchronized List<CheckedCrl> of(X500Principal issuer) {
        refresh();
        return files.values().stream()
                .flatMap(file -> file.crl().stream())
                .filter(crl -> crl.issuer().equals(issuer))
                .toList();
    }

    /** Files that hold no CRL, for the operator to look at. */
    public synchronized Set<Path> unreadable() {
        refresh();
        Set<Path> unreadable = new TreeSet<>();
        files.forEach((path, file) -> {
            if (file.crl().isEmpty()) {
                unreadable.add(path);
            }
        });
        return unreadable;
    }

    private void refresh() {
        Map<Path, CachedFile> fresh = new HashMap<>();
        for (Path folder : folders) {
            try {
                fresh.putAll(lists(folder));
            } catch (IOException | DirectoryIteratorException unreadable) {
                continue; // no CRL known there: revocation stays unknown
            }
        }
        files.clear();
        files.putAll(fresh);
    }

    private Map<Path, CachedFile> lists(Path folder) throws IOException {
        Map<Path, CachedFile> found = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*.crl")) {
                for (Path path : paths) {
                    found.put(path, current(path));
                }
            }
        }
        return found;
    }

    private CachedFile current(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        String stamp = attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        CachedFile known = files.get(path);
        return known != null && known.stamp().equals(stamp) ? known : new CachedFile(stamp, read(path));
    }

    private static Optional<CheckedCrl> read(Path path) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            return Optional.of(new CheckedCrl(crl));
        } catch (IOException | CRLException | CertificateException | RuntimeException unreadable) {
            return Optional.empty(); // the decoder throws what it likes
        }
    }

    /** @param stamp changes whenever the file does */
    private record CachedFile(String stamp, Optional<CheckedCrl> crl) {}
}
