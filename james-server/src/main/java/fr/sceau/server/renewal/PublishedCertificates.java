package fr.sceau.server.renewal;

import fr.sceau.server.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code directory/own/certificates/*.cer}: what the directory tells others to encrypt to. */
final class PublishedCertificates {
    private final Path folder;
    private final List<String> mailboxes;

    PublishedCertificates(Path home) {
        Path own = home.resolve("directory/own");
        this.folder = own.resolve("certificates");
        this.mailboxes = mailboxes(own.resolve("mailboxes.tsv"));
    }

    /** Each with the mailbox that the file's name begins with, or with the file's name. */
    Map<X509Certificate, String> byCertificate() {
        Map<X509Certificate, String> found = new LinkedHashMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    if (file.toString().endsWith(".cer")) {
                        found.put(certificate(file), holder(file.getFileName().toString()));
                    }
                }
            } catch (IOException e) {
                throw new ServerException("Dossier illisible : " + folder, e);
            }
        }
        return found;
    }

    private String holder(String file) {
        return mailboxes.stream()
                .filter(file::startsWith)
                .max(Comparator.comparing(String::length))
                .orElse(file.substring(0, file.length() - ".cer".length()));
    }

    private static X509Certificate certificate(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (IOException | CertificateException e) {
            throw new ServerException("Certificat illisible : " + file, e);
        }
    }

    private static List<String> mailboxes(Path table) {
        try {
            return Files.exists(table)
                    ? Files.readAllLines(table).stream()
                            .map(line -> line.split("\t", 2)[0])
                            .filter(address -> address.contains("@"))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new ServerException("Table illisible : " + table, e);
        }
    }
}
