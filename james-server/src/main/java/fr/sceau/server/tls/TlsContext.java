package fr.sceau.server.tls;

import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.ServerConfiguration.Secret;
import fr.sceau.server.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.james.protocols.api.ClientAuth;
import org.apache.james.protocols.netty.Encryption;

/** Builds the TLS side of a listener from {@code tls/server.p12} and {@code tls/trust.p12}. */
@Singleton
public final class TlsContext {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final ServerConfiguration configuration;

    @Inject
    public TlsContext(ServerConfiguration configuration) {
        this.configuration = configuration;
    }

    /** TLS from the first byte. */
    Encryption implicit() {
        return Encryption.createTls(context(), null, PROTOCOLS, ClientAuth.NONE);
    }

    /** TLS on command. With {@code peers}, a certificate is asked of the client and checked when it shows one. */
    Encryption onCommand(boolean peers) {
        return Encryption.createStartTls(context(), null, PROTOCOLS, peers ? ClientAuth.WANT : ClientAuth.NONE);
    }

    private SSLContext context() {
        Path folder = configuration.home().resolve("tls");
        try {
            char[] password = configuration.tlsPassword().reveal().toCharArray();
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(folder.resolve("server.p12"), configuration.tlsPassword()), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store(folder.resolve("trust.p12"), configuration.tlsPassword()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ServerException("Clés TLS inutilisables dans " + folder, e);
        }
    }

    private static KeyStore store(Path file, Secret password) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.reveal().toCharArray());
            return store;
        } catch (IOException e) {
            throw new ServerException("Lecture impossible : " + file, e);
        }
    }
}
