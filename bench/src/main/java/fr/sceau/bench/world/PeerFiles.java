package fr.sceau.bench.world;

import fr.sceau.bench.letters.Keys;
import fr.sceau.bench.letters.Treatment;
import fr.sceau.demo.Installation;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The same keys, certificates, authorities and revocation lists as PEM, in {@code bench/pem}: {@code trust.pem},
 */
final class PeerFiles {
    private final Installation installation;
    private final Keys keys;
    private final TestPki pki;
    private final Path folder;

    PeerFiles(Installation installation, Keys keys, TestPki pki) {
        this.installation = installation;
        this.keys = keys;
        this.pki = pki;
        this.folder = installation.path("bench", "pem");
    }

    void write() throws IOException {
        Files.createDirectories(folder);
        try {
            trust();
            Issued tls = first(Pkcs12File.read(installation.path("tls", "server.p12"), installation.tlsPassword()));
            key("tls", tls);
            key("sign", keys.get(Keys.SENDER));
            boxes();
        } catch (GeneralSecurityException e) {
            throw new IOException("certificate without encoding", e);
        }
    }

    private void trust() throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        List<X509Certificate> authorities = new ArrayList<>(pki.anchors());
        authorities.addAll(pki.intermediates());
        for (X509Certificate authority : authorities) {
            text.append(pem("CERTIFICATE", authority.getEncoded()));
        }
        pki.crls(Instant.now()).values().forEach(list -> text.append(pem("X509 CRL", list)));
        Files.writeString(folder.resolve("trust.pem"), text);
    }

    private void boxes() throws IOException, GeneralSecurityException {
        for (int i = 0; i < Treatment.SEALED.kinds().size(); i++) {
            String name = Treatment.SEALED.box(i);
            key(name, keys.get(name));
        }
    }

    private void key(String name, Issued issued) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : issued.chain()) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        text.append(pem("PRIVATE KEY", issued.key().getEncoded()));
        Files.writeString(folder.resolve(name + ".pem"), text);
    }

    private static Issued first(java.util.Map<String, Issued> entries) {
        return entries.values().iterator().next();
    }

    private static String pem(String type, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
