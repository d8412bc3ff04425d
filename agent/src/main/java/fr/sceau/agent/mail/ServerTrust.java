package fr.sceau.agent.mail;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import fr.sceau.agent.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** The authorities that may vouch for the operator's servers: those of a file, or else those of the Java platform. */
public final class ServerTrust {
    private final SSLSocketFactory sockets;

    private ServerTrust(SSLSocketFactory sockets) {
        this.sockets = sockets;
    }

    public static ServerTrust ofPlatform() {
        return new ServerTrust((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * Reads certificates (PEM or DER, one or several) or a PKCS#12 file.
     *
     * @param password of a PKCS#12 file
     */
    public static ServerTrust load(Path file, Optional<Secret> password) throws AgentException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            KeyStore store = password.isPresent() ? pkcs12(bytes, password.get()) : certificates(bytes);
            if (store.size() == 0) {
                throw new AgentException(ExitCode.USAGE, "aucun certificat dans le fichier de confiance : " + file);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new ServerTrust(context.getSocketFactory());
        } catch (IOException | GeneralSecurityException e) {
            throw new AgentException(ExitCode.USAGE, "fichier de confiance illisible : " + file, e);
        }
    }

    SSLSocketFactory sockets() {
        return sockets;
    }

    private static KeyStore pkcs12(byte[] bytes, Secret password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password.reveal().toCharArray());
        return store;
    }

    private static KeyStore certificates(byte[] bytes) throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("anchor-" + store.size(), certificate);
        }
        return store;
    }
}
