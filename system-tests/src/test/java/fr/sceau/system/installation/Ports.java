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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports for every key of {@code conf/sceau.properties} that ends in {@code .port}. */
final class Ports {
    private static final int LOWEST = 12_000;
    private static final int LOWEST_OF_CONNECTIONS = 32_768; // Linux gives connections the ports from here on
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

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

    /** Never one that a connection of this machine could be given between now and the start of the server. */
    private int choose(String key) {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(LOWEST, LOWEST_OF_CONNECTIONS);
        } while (!GIVEN.add(port) || !free(port));
        byKey.put(key, port);
        return port;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false; // somebody listens there: the caller tries another
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
