package fr.sceau.directory.server.ldap;

import com.unboundid.util.ssl.SSLUtil;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * TLS 1.2 and 1.3 with the server's own key; nothing is asked of clients. It says nothing about who they are.
 *
 * @param listening for TLS from the first octet
 * @param upgrading for StartTLS
 */
public record Tls(SSLServerSocketFactory listening, SSLSocketFactory upgrading) {
    /**
     * @param file PKCS#12
     * @throws GeneralSecurityException when it holds no key that serves
     * @throws IOException when it cannot be read, or the password is another
     */
    public static Tls of(Path file, char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, password);
        SSLUtil tls = new SSLUtil(keys.getKeyManagers(), new TrustManager[0]);
        return new Tls(tls.createSSLServerSocketFactory(), tls.createSSLSocketFactory());
    }
}
