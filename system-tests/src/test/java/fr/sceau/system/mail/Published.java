package fr.sceau.system.mail;

import fr.sceau.demo.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Certificates that an installation shows to everybody. */
public final class Published {
    private final Installation installation;

    public Published(Installation installation) {
        this.installation = installation;
    }

    /** What mail to that mailbox is encrypted with. */
    public X509Certificate encryption(String address) throws IOException {
        return certificate(installation.path("directory", "own", "certificates", address + "-chiffrement.cer"));
    }

    /** Roots and issuing authorities. */
    public List<X509Certificate> authorities() throws IOException {
        List<X509Certificate> authorities = new ArrayList<>();
        for (String kind : List.of("anchors", "intermediates")) {
            try (Stream<Path> files = Files.list(installation.path("trust", kind))) {
                for (Path file : files.toList()) {
                    authorities.add(certificate(file));
                }
            }
        }
        return authorities;
    }

    private static X509Certificate certificate(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException e) {
            throw new IOException("not a certificate: " + file, e);
        }
    }
}
