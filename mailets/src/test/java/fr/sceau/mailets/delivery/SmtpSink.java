package fr.sceau.mailets.delivery;

import fr.sceau.testpki.Issued;
import fr.sceau.testpki.Pkcs12File;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Another operator's MX: STARTTLS with a client certificate, or none at all; keeps what it is told. */
final class SmtpSink implements AutoCloseable {
    final List<String> commands = new CopyOnWriteArrayList<>();
    final List<String> peers = new CopyOnWriteArrayList<>();
    private final ServerSocket listener;
    private final SSLContext context;
    private final boolean offersTls;

    SmtpSink(Path folder, Issued key, List<X509Certificate> anchors, boolean offersTls) throws Exception {
        this.offersTls = offersTls;
        this.context = context(folder, key, anchors);
        this.listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private static SSLContext context(Path folder, Issued key, List<X509Certificate> anchors) throws Exception {
        char[] password = "sink".toCharArray();
        Pkcs12File.write(folder.resolve("sink.p12"), password, Map.of("sink", key));
        Pkcs12File.writeAnchors(folder.resolve("sink-trust.p12"), password, anchors);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(folder.resolve("sink.p12"), password), password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(folder.resolve("sink-trust.p12"), password));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path file, char[] password) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                converse(socket, true);
            } catch (IOException e) {
                commands.add("broken: " + e.getClass().getSimpleName());
            }
        }
    }

    private void converse(Socket socket, boolean greet) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        if (greet) {
            say(socket, "220 sink");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            String verb = line.toUpperCase(java.util.Locale.ROOT);
            if (verb.startsWith("EHLO")) {
                say(socket, "250-sink\r\n250-8BITMIME" + (offersTls && greet ? "\r\n250 STARTTLS" : "\r\n250 DSN"));
            } else if (verb.equals("STARTTLS")) {
                say(socket, "220 go");
                converse(secured(socket), false);
                return;
            } else if (verb.equals("DATA")) {
                say(socket, "354 go");
                for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                    commands.add(text);
                }
                say(socket, "250 2.0.0 kept");
            } else {
                say(socket, verb.equals("QUIT") ? "221 bye" : "250 2.1.0 ok");
            }
        }
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
        tls.setUseClientMode(false);
        tls.setNeedClientAuth(true);
        tls.startHandshake();
        peers.add(((X509Certificate) tls.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName());
        return tls;
    }

    private static void say(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
