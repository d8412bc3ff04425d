package fr.sceau.webmail.writing;

import fr.sceau.webmail.world.TestHome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A submission server that answers as a test says: a command's first letters to a reply, everything else with 250. */
final class ScriptedServer implements AutoCloseable {
    private final SSLServerSocket socket;
    private final Map<String, String> replies;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedServer(Map<String, String> replies) throws Exception {
        this.replies = replies;
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(TestHome.SHARED.serverKey())) {
            keys.load(in, TestHome.PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, TestHome.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        this.socket = (SSLServerSocket) context.getServerSocketFactory().createServerSocket(0);
        Thread thread = new Thread(this::serve, "scripted submission server");
        thread.setDaemon(true);
        thread.start();
    }

    SubmissionServer address() {
        return new SubmissionServer("localhost", socket.getLocalPort(), TestHome.SHARED.sockets());
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private void serve() {
        try (SSLSocket client = (SSLSocket) socket.accept();
                OutputStream out = client.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            say(out, "220 essai");
            String line;
            while ((line = in.readLine()) != null && answer(line, in, out)) {
                heard.add(line.startsWith("AUTH") ? "AUTH" : line);
            }
        } catch (IOException e) {
            heard.add("end: " + e.getClass().getSimpleName());
        }
    }

    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException {
        String reply = replies.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(standard(line));
        if (reply.isEmpty()) {
            return false;
        }
        say(out, reply);
        return !line.equals("DATA") || !reply.startsWith("354") || data(in, out);
    }

    private boolean data(BufferedReader in, OutputStream out) throws IOException {
        String line;
        while ((line = in.readLine()) != null && !line.equals(".")) {
            heard.add(line);
        }
        String reply = replies.getOrDefault(".", "250 2.0.0 garde");
        if (!reply.isEmpty()) {
            say(out, reply);
        }
        return !reply.isEmpty();
    }

    private static String standard(String line) {
        if (line.startsWith("EHLO")) {
            return "250-essai\r\n250 AUTH PLAIN";
        }
        if (line.startsWith("AUTH")) {
            return "235 2.7.0 bienvenue";
        }
        return line.equals("DATA") ? "354 allez" : "250 2.0.0 bien";
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
