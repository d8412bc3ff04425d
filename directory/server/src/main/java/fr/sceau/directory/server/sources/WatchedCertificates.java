package fr.sceau.directory.server.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder of published certificates ({@code *.cer}, DER or PEM). Used by one thread at a time. */
final class WatchedCertificates {
    private static final Pattern NAME = Pattern.compile(".+\\.cer", Pattern.CASE_INSENSITIVE);

    private final Path folder;
    private final QuarantineReport report;
    private List<Stamp> seen = List.of();
    private List<CertificateFile> certificates = List.of();

    WatchedCertificates(Path folder, QuarantineReport report) {
        this.folder = folder;
        this.report = report;
    }

    List<CertificateFile> certificates() {
        return certificates;
    }

    /** Reads the folder when one of its files changed. */
    boolean refresh() throws IOException {
        List<Path> files = Folder.files(folder, NAME);
        List<Stamp> stamps = new ArrayList<>();
        for (Path file : files) {
            stamps.add(Stamp.of(file));
        }
        if (stamps.equals(seen)) {
            return false;
        }
        read(files);
        seen = List.copyOf(stamps);
        return true;
    }

    private void read(List<Path> files) throws IOException {
        List<CertificateFile> good = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            Optional<CertificateFile> certificate = certificate(file);
            certificate.ifPresent(good::add);
            if (certificate.isEmpty()) {
                problems.add(file.getFileName() + "\tno certificate for encrypting mail");
            }
        }
        certificates = List.copyOf(good);
        report.files("certificates", problems);
    }

    private static Optional<CertificateFile> certificate(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            X509Certificate certificate = (X509Certificate) factory.generateCertificate(in);
            CertificateFile read = new CertificateFile(name.substring(0, name.length() - ".cer".length()), certificate);
            return Optional.of(read).filter(r -> r.certificate() != null && usable(r));
        } catch (CertificateException | RuntimeException unreadable) { // the decoder throws what it does not declare
            return Optional.empty();
        }
    }

    private static boolean usable(CertificateFile file) {
        try {
            return file.encryptsMail();
        } catch (CertificateException e) {
            return false;
        }
    }
}
