package fr.sceau.webmail.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS toward the mail servers: only the anchors of {@code tls/trust.p12} count, never those of the Java installation. */
public final class PeerTrust {
    private PeerTrust() {}

    /** Sockets that accept a server only under one of the anchors; the caller's protocol checks its name. */
    public static SSLSocketFactory sockets(Path trust, char[] password) {
        try (InputStream in = Files.newInputStream(trust)) {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(in, password);
            TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
            managers.init(anchors);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw ConfigReader.bad(trust + ": illisible, ou mot de passe tls.password inexact");
        }
    }
}
