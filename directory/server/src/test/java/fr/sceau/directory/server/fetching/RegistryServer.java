package fr.sceau.directory.server.fetching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A server over TLS on the loopback that publishes what a test puts there. */
public final class RegistryServer implements AutoCloseable {
    private static final char[] PASSWORD = "x".toCharArray();

    /**
     * What is published under a path.
     *
     * @param headers beyond those that HTTP needs
     * @param announced how long it is said to be
     */
    record Published(int status, Map<String, String> headers, byte[] content, long announced) {}

    private final HttpsServer server;
    private final X509Certificate anchor;
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param end of its certificate */
    public RegistryServer(String host, Instant end) throws Exception {
        KeyPair root = keys();
        this.anchor = certificate("Racine", root, "Racine", root, end, host);
        KeyPair own = keys();
        X509Certificate leaf = certificate("Racine", root, "Serveur", own, end, host);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", own.getPrivate(), PASSWORD, new Certificate[] {leaf, anchor});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", this::answer);
        server.start();
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String issuer, KeyPair signer, String subject, KeyPair keys, Instant end, String host) throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + issuer),
                BigInteger.valueOf(subject.length()),
                Date.from(end.minus(Duration.ofDays(300))),
                Date.from(end),
                new X500Name("CN=" + subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(subject.equals(issuer)));
        builder.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        Published one = published.getOrDefault(path, new Published(404, Map.of(), new byte[0], 0));
        one.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(one.announced()));
        }
        exchange.sendResponseHeaders(one.status(), head || one.announced() == 0 ? -1 : one.announced());
        if (!head) {
            exchange.getResponseBody().write(one.content());
        }
        exchange.close(); // also in the middle of what was announced
    }

    public RegistryServer trustedIn(Path anchors) throws Exception {
        Files.createDirectories(anchors);
        Files.write(anchors.resolve("racine-" + server.getAddress().getPort() + ".cer"), anchor.getEncoded());
        return this;
    }

    public void publish(String path, String name, String content) {
        byte[] octets = content.getBytes(StandardCharsets.UTF_8);
        publish(path, 200, Map.of("Content-Disposition", "attachment; filename=\"" + name + "\""), octets);
    }

    void publish(String path, int status, Map<String, String> headers, byte[] content) {
        published.put(path, new Published(status, headers, content, content.length));
    }

    void publishCut(String path, String name, byte[] half, long announced) {
        Map<String, String> headers = Map.of("Content-Disposition", "attachment; filename=" + name);
        published.put(path, new Published(200, headers, half, announced));
    }

    /** Method and path, in order; forgotten then. */
    List<String> asked() {
        List<String> all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    Address at(String path) {
        return new Address(uri(path), Authorities.IGC_SANTE);
    }

    public URI uri(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
