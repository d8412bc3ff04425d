package fr.sceau.bench.wire;

import fr.sceau.bench.BenchException;
import fr.sceau.demo.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS toward all systems of the bench: they show the same certificate of the installation's TEST authority. */
public final class Trust {
    private final SSLContext context;

    private Trust(SSLContext context) {
        this.context = context;
    }

    /** Believes what {@code tls/trust.p12} names. */
    public static Trust of(Installation installation) {
        try (InputStream in = Files.newInputStream(installation.path("tls", "trust.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, installation.tlsPassword());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Trust(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new BenchException("tls/trust.p12 illisible", e);
        }
    }

    Socket over(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        socket.startHandshake();
        return socket;
    }
}
