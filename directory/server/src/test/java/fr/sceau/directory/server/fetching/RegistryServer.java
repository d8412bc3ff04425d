package fr.sceau.directory.server.fetching;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import fr.sceau.directory.server.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server over TLS on the loopback that publishes what a test puts there. */
public final class RegistryServer implements AutoCloseable {
    /**
     * What is published under a path.
     *
     * @param headers beyond those that HTTP needs
     * @param announced how long it is said to be
     */
    record Published(int status, Map<String, String> headers, byte[] content, long announced) {}

    private final HttpsServer server;
    private final LoopbackTls tls;
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param end of its certificate */
    public RegistryServer(String host, Instant end) throws Exception {
        this.tls = new LoopbackTls(host, end);
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
        server.createContext("/", this::answer);
        server.start();
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
        tls.trustIn(anchors, "racine-" + server.getAddress().getPort());
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
