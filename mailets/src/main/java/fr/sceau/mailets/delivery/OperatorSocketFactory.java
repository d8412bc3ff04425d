package fr.sceau.mailets.delivery;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.config.MailetsConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that show our operator certificate ({@code tls/server.p12}) and trust the anchors of {@code tls/trust.p12} only.
 * javax.mail takes a factory by the name of its class and asks for {@link #getDefault()}; hence the one static place.
 */
public final class OperatorSocketFactory extends SSLSocketFactory {
    private static final AtomicReference<@Nullable OperatorSocketFactory> INSTALLED = new AtomicReference<>();

    private final SSLSocketFactory tls;

    private OperatorSocketFactory(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** Loads the files once, before the first delivery; a file that cannot be used fails the start. */
    static void install(MailetsConfiguration configuration) {
        Path folder = configuration.home().resolve("tls");
        char[] password = configuration.secrets().tlsPassword();
        INSTALLED.set(
                new OperatorSocketFactory(context(folder.resolve("server.p12"), folder.resolve("trust.p12"), password)
                        .getSocketFactory()));
    }

    /** What javax.mail calls by reflection. */
    public static SocketFactory getDefault() {
        OperatorSocketFactory installed = INSTALLED.get();
        if (installed == null) {
            throw new IllegalStateException("no operator certificate is loaded");
        }
        return installed;
    }

    private static SSLContext context(Path key, Path trust, char[] password) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(read(key, password), password);
            TrustManagerFactory anchors = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            anchors.init(read(trust, password));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), anchors.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw MailetsException.configuration(key + ", " + trust + " : clés TLS inutilisables.", e);
        }
    }

    private static KeyStore read(Path file, char[] password) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket() throws IOException {
        return tls.createSocket();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(plain, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return tls.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return tls.createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return tls.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return tls.createSocket(host, port, from, fromPort);
    }
}
