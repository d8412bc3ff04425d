package fr.sceau.system.installation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Free ports for every key of {@code conf/sceau.properties} that ends in {@code .port}. */
final class Ports {
    private final Map<String, Integer> byKey = new LinkedHashMap<>();

    /** Chooses the ports and writes them into the file. */
    static Ports rewrite(Path settings) throws IOException {
        Ports ports = new Ports();
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(settings)) {
            String key = line.replaceFirst("\\s*=.*", "").strip();
            boolean port = !line.startsWith("#") && key.endsWith(".port");
            lines.add(port ? key + " = " + ports.choose(key) : line);
        }
        Files.write(settings, lines);
        return ports;
    }

    int of(String key) {
        Integer port = byKey.get(key);
        if (port == null) {
            throw new IllegalArgumentException("no key " + key + " in conf/sceau.properties");
        }
        return port;
    }

    private int choose(String key) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            byKey.put(key, socket.getLocalPort());
            return socket.getLocalPort();
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false; // nobody there yet: the caller asks again
        }
    }
}
