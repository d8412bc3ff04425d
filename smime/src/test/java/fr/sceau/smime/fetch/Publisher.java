package fr.sceau.smime.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server of an authority, on this machine. */
final class Publisher implements AutoCloseable {
    /** How an address answers. */
    @FunctionalInterface
    interface Page {
        void answer(HttpExchange exchange) throws Exception;
    }

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Publisher() throws IOException {
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        try {
            pages.getOrDefault(path, status(404)).answer(exchange);
        } catch (Exception e) {
            throw new IOException(e);
        } finally {
            exchange.close();
        }
    }

    void at(String path, Page page) {
        pages.put(path, page);
    }

    URI address(String path) {
        return URI.create("http://" + host() + path);
    }

    /** With its port, as an operator would write it. */
    String host() {
        return server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort();
    }

    long times(String path) {
        return asked.stream().filter(path::equals).count();
    }

    static Page content(byte[] octets) {
        return exchange -> {
            exchange.sendResponseHeaders(200, octets.length);
            exchange.getResponseBody().write(octets);
        };
    }

    static Page status(int code) {
        return exchange -> exchange.sendResponseHeaders(code, -1);
    }

    static Page redirect(URI elsewhere) {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere.toString());
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** Ends the connection without a word. */
    static Page silence() {
        return exchange -> {};
    }

    /** Takes the question and never answers. */
    static Page eternity() {
        return exchange -> Thread.sleep(Long.MAX_VALUE);
    }

    /** Begins well and never ends. */
    static Page endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] some = new byte[1 << 20];
            while (true) {
                exchange.getResponseBody().write(some);
            }
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
