package fr.sceau.smime.trust;

import fr.sceau.smime.SmimeException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** The roots we trust and the issuing certificates that lead to them. */
public final class TrustAnchors {
    private final List<X509Certificate> anchors;
    private final List<X509Certificate> intermediates;

    private TrustAnchors(List<X509Certificate> anchors, List<X509Certificate> intermediates) {
        this.anchors = List.copyOf(anchors);
        this.intermediates = List.copyOf(intermediates);
    }

    /** @param intermediates help to build paths and are trusted for nothing by themselves */
    public static TrustAnchors of(List<X509Certificate> anchors, List<X509Certificate> intermediates) {
        return new TrustAnchors(anchors, intermediates);
    }

    /** Reads {@code anchors/*.cer} and {@code intermediates/*.cer}; refuses an unreadable file and an empty trust. */
    public static TrustAnchors load(Path trustDir) throws SmimeException {
        TrustAnchors loaded = of(read(trustDir.resolve("anchors")), read(trustDir.resolve("intermediates")));
        if (loaded.anchors.isEmpty()) {
            throw new SmimeException("aucune autorité racine (*.cer) dans " + trustDir.resolve("anchors"));
        }
        return loaded;
    }

    public List<X509Certificate> anchors() {
        return anchors;
    }

    public List<X509Certificate> intermediates() {
        return intermediates;
    }

    private static List<X509Certificate> read(Path folder) throws SmimeException {
        List<X509Certificate> certificates = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return certificates;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.cer")) {
            for (Path file : files) {
                certificates.add(certificate(file));
            }
        } catch (IOException e) {
            throw new SmimeException("dossier illisible : " + folder, e);
        }
        return certificates;
    }

    private static X509Certificate certificate(Path file) throws SmimeException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new SmimeException("certificat illisible : " + file, e);
        }
    }
}
