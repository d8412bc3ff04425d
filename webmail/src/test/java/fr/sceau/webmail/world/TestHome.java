package fr.sceau.webmail.world;

import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import fr.sceau.webmail.config.PeerTrust;
import fr.sceau.webmail.config.WebmailConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;

/** An installation folder with TLS files of its own authority; one for the whole JVM, as key generation is slow. */
public final class TestHome {
    public static final String PASSWORD = "essai";
    public static final String AUTHSERV_ID = "exemple.mssante.test";
    public static final TestHome SHARED = create();

    private final Path folder;
    private final TestPki pki;

    private TestHome(Path folder, TestPki pki) {
        this.folder = folder;
        this.pki = pki;
    }

    private static TestHome create() {
        try {
            Path folder = Files.createTempDirectory("sceau-webmail");
            TestHome home = new TestHome(folder, TestPki.generate(Instant.now(), KeySizes.quick()));
            home.writeServerKey(home.serverKey(), "localhost");
            Pkcs12File.writeAnchors(folder.resolve("tls/trust.p12"), PASSWORD.toCharArray(), home.pki.anchors());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path folder() {
        return folder;
    }

    public Path serverKey() {
        return folder.resolve("tls/server.p12");
    }

    /** A key for a server of that name, under the trusted authority. */
    public void writeServerKey(Path file, String host) throws IOException {
        Issued key = pki.organisation(Workplace.of("1990000001", "CHU de l'Exemple"), host)
                .tls(List.of(host));
        Pkcs12File.write(file, PASSWORD.toCharArray(), Map.of("server", key));
    }

    /** Sockets that trust this world's authority. */
    public SSLSocketFactory sockets() {
        return PeerTrust.sockets(folder.resolve("tls/trust.p12"), PASSWORD.toCharArray());
    }

    public WebmailConfig config(int webmailPort, int imapsPort, int submissionsPort) throws IOException {
        return new WebmailConfig(
                folder,
                AUTHSERV_ID,
                "localhost",
                "127.0.0.1",
                webmailPort,
                imapsPort,
                submissionsPort,
                freePort(),
                20_000_000);
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
