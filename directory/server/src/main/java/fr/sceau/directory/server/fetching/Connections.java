package fr.sceau.directory.server.fetching;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Opens connections to servers whose chain leads to the authorities asked for. RFC 9110 4.3.4: and whose name it is. */
final class Connections {
    private static final int CONNECT_MILLIS = 30_000;
    private static final int SILENCE_MILLIS = 60_000;

    private final Path anchors;

    /** @param anchors a folder of certificates, {@code *.cer} */
    Connections(Path anchors) {
        this.anchors = anchors;
    }

    /** Not connected yet; redirections are followed, to https only. */
    HttpsURLConnection to(Address address, String method) throws IOException, RefusedFileException {
        HttpsURLConnection connection =
                (HttpsURLConnection) address.uri().toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        connection.setUseCaches(false);
        connection.setRequestProperty("User-Agent", "Sceau");
        if (address.authorities() == Authorities.IGC_SANTE) {
            connection.setSSLSocketFactory(ours());
        }
        return connection;
    }

    /** Read each time: the operator may add an anchor while we run. */
    private SSLSocketFactory ours() throws IOException, RefusedFileException {
        TrustManager[] trusted = Anchors.in(anchors);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }
}
