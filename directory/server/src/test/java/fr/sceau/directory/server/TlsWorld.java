package fr.sceau.directory.server;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import fr.sceau.directory.server.ldap.Entrance;
import fr.sceau.directory.server.ldap.Limits;
import fr.sceau.directory.server.ldap.Tls;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A directory that listens for other machines, too. */
final class TlsWorld {
    static final int LOCAL = 0;
    static final int START_TLS = 1;
    static final int LDAPS = 2;

    private static final char[] PASSWORD = "only here".toCharArray();

    private TlsWorld() {}

    /** With more mailboxes than fit into an answer. */
    static DirectoryFixture start(Path folder, Limits limits) throws Exception {
        Path key = folder.resolve("tls/server.p12");
        TestCertificates.server(key, PASSWORD);
        Tls tls = Tls.of(key, PASSWORD);
        SampleWorld.write(folder);
        TestFiles.own(
                DirectoryFixture.own(folder),
                IntStream.range(0, 150)
                        .mapToObj(i -> "c" + i + "@exemple.mssante.test\tORG\t\t1990000001\t\t\tService " + i + "\t\t")
                        .toArray(String[]::new));
        InetAddress here = InetAddress.getLoopbackAddress();
        return new DirectoryFixture(
                folder,
                limits,
                List.of(
                        Entrance.local(0, Optional.of(tls)),
                        Entrance.startTls(here, 0, tls),
                        Entrance.tls(here, 0, tls)));
    }

    /** The one that its server shows. */
    static X509Certificate certificate(Path folder) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("tls/server.p12"))) {
            store.load(in, PASSWORD);
        }
        return (X509Certificate) store.getCertificate("server");
    }

    static SSLUtil trusting() {
        return new SSLUtil(new TrustAllTrustManager());
    }

    /** By TLS from the first octet. */
    static LDAPConnection connect(DirectoryFixture directory) throws Exception {
        return new LDAPConnection(trusting().createSSLSocketFactory(), "127.0.0.1", directory.port(LDAPS));
    }
}
