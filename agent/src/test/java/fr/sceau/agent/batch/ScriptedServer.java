package fr.sceau.agent.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/** A submission service over TLS that answers as a test tells it, and remembers what it was offered. */
final class ScriptedServer implements AutoCloseable {
    /** In place of a reply: the connection is cut. */
    static final String CUT = "";

    /** Decides. Every method may return {@link #CUT}. */
    interface Script {
        default String login() {
            return "235 2.7.0 ok";
        }

        default String recipient(String command) {
            return "250 2.1.5 ok";
        }

        default String message(byte[] bytes) {
            return "250 2.0.0 ok";
        }
    }

    private final SSLServerSocket socket;
    private final Script script;
    private final List<byte[]> offered = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();

    ScriptedServer(SSLServerSocketFactory tls, int port, Script script) throws IOException {
        this.script = script;
        this.socket = (SSLServerSocket) tls.createServerSocket(port, 10, InetAddress.getByName("localhost"));
        Thread thread = new Thread(this::accept, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Every message whose last dot arrived. */
    List<byte[]> offered() {
        return offered;
    }

    List<String> commands() {
        return commands;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                clients.add(client);
                Thread thread = new Thread(() -> serve(client), "scripted-smtp-client");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            String reply = "220 test";
            while (!reply.equals(CUT)) {
                out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                reply = reply.startsWith("354") ? message(in) : command(line(in));
            }
        } catch (IOException e) {
            // the client went away, which tests do on purpose
        }
    }

    private String command(String line) {
        commands.add(line);
        String verb = line.split(" ", 2)[0];
        return switch (verb) {
            case "EHLO" -> "250-test\r\n250-AUTH PLAIN\r\n250-DSN\r\n250 ENHANCEDSTATUSCODES";
            case "AUTH" -> script.login();
            case "RCPT" -> script.recipient(line);
            case "DATA" -> "354 go on";
            case "QUIT", "" -> CUT;
            default -> "250 2.0.0 ok";
        };
    }

    private String message(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line = line(in); !line.equals("."); line = line(in)) {
            String plain = line.startsWith(".") ? line.substring(1) : line; // RFC 5321 4.5.2
            bytes.write((plain + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        offered.add(bytes.toByteArray());
        return script.message(bytes.toByteArray());
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("end of stream");
            }
            line.append((char) c);
        }
        return line.substring(0, line.length() - 1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
