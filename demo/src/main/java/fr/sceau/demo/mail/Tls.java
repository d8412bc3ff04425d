package fr.sceau.demo.mail;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS toward the installation: its TEST root is believed, nothing else. */
final class Tls {
    private Tls() {}

    static SSLSocketFactory anonymous(Installation installation) {
        return factory(installation, null);
    }

    /** Shows the partner's client certificate. */
    static SSLSocketFactory asPartner(Installation installation) {
        try {
            KeyStore keys = store(installation.path("demo", "partenaire.p12"), installation.keysPassword());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, installation.keysPassword());
            return factory(installation, managers.getKeyManagers());
        } catch (GeneralSecurityException | IOException e) {
            throw new DemoException("certificat client du partenaire illisible", e);
        }
    }

    private static SSLSocketFactory factory(Installation installation, KeyManager @Nullable [] keys) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(installation.path("tls", "trust.p12"), installation.tlsPassword()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new DemoException("TLS impossible", e);
        }
    }

    private static KeyStore store(Path file, char[] password) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        }
    }
}
