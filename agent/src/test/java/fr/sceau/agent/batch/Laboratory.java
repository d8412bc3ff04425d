package fr.sceau.agent.batch;

import fr.sceau.agent.Secret;
import fr.sceau.agent.mail.ServerAccess;
import fr.sceau.agent.mail.TlsMode;
import fr.sceau.agent.table.RecipientsTable;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import fr.sceau.testpki.Workplace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocketFactory;
import org.assertj.core.api.Assertions;

/** A laboratory with its key, a folder of results and a server to send them to. */
public final class Laboratory {
    public static final TestPki PKI = TestPki.generate(InstantSource.system(), KeySizes.quick());
    public static final String FROM = "laboratoire@exemple.mssante.test";
    public static final String DOCTOR = "claire.martin@exemple.mssante.test";
    private static final Workplace PLACE = Workplace.of("319900000100019", "Laboratoire du Parc");
    private static final Issued SIGNATURE =
            PKI.organisation(PLACE, "Laboratoire du Parc").mail(FROM).signature();
    private static final Issued SERVER = PKI.organisation(PLACE, "localhost").tls(List.of("localhost"));
    static final String PASSWORD = "essai";

    private final Path home;
    private final Path results;

    public Laboratory(Path home) throws IOException {
        this.home = home;
        this.results = Files.createDirectories(home.resolve("resultats"));
        Pkcs12File.write(home.resolve("labo.p12"), PASSWORD.toCharArray(), Map.of("labo", SIGNATURE));
        Files.writeString(
                home.resolve("trust.pem"),
                pem(PKI.anchors().stream().map(Certificate.class::cast).toList()));
        Files.writeString(home.resolve("password"), PASSWORD + "\n");
        Files.writeString(results.resolve(RecipientsTable.TAB_SEPARATED), "fichier\tdestinataire\n*\t" + DOCTOR + "\n");
    }

    public Path results() {
        return results;
    }

    public Path home() {
        return home;
    }

    Path report() {
        return home.resolve("rapport.csv");
    }

    List<String> reportLines() throws IOException {
        return Files.readString(report()).lines().skip(1).toList();
    }

    void result(String name, String content) throws IOException {
        Files.writeString(results.resolve(name), content);
    }

    void table(String content) throws IOException {
        Files.writeString(results.resolve(RecipientsTable.TAB_SEPARATED), content);
    }

    ScriptedServer server(ScriptedServer.Script script) throws IOException {
        return server(0, script);
    }

    ScriptedServer server(int port, ScriptedServer.Script script) throws IOException {
        return new ScriptedServer(tls(SERVER), port, script);
    }

    /** A PKCS#12 file with a server's key, for other servers of the tests. */
    Path serverKeys() throws IOException {
        Path file = home.resolve("server.p12");
        Pkcs12File.write(file, PASSWORD.toCharArray(), Map.of("server", SERVER));
        return file;
    }

    BatchOptions options(int port, Duration patience, boolean retryRefused) {
        return new BatchOptions(
                results,
                FROM,
                new ServerAccess("localhost", port, TlsMode.TLS, FROM, Secret.of(PASSWORD)),
                Optional.of(home.resolve("trust.pem")),
                Optional.empty(),
                home.resolve("labo.p12"),
                Secret.of(PASSWORD),
                Optional.empty(),
                0,
                Optional.empty(),
                true,
                Optional.empty(),
                Duration.ZERO,
                patience,
                retryRefused,
                Optional.of(report()));
    }

    /** The same as a command line, without the folder. */
    public List<String> arguments(int port) {
        return List.of(
                "--server=localhost",
                "--port=" + port,
                "--tls=tls",
                "--trust=" + home.resolve("trust.pem"),
                "--password-file=" + home.resolve("password"),
                "--from=" + FROM,
                "--p12=" + home.resolve("labo.p12"),
                "--p12-password-file=" + home.resolve("password"),
                "--report=" + report());
    }

    /** What comes of a server whose certificate has the right name and the wrong authority. */
    public Throwable sendToAStranger() throws Exception {
        Issued stranger = PKI.rogue().organisation(PLACE, "localhost").tls(List.of("localhost"));
        try (ScriptedServer server = new ScriptedServer(tls(stranger), 0, new ScriptedServer.Script() {})) {
            return Assertions.catchThrowable(() -> send(server.port()));
        }
    }

    BatchSummary send(int port) throws Exception {
        return send(port, Duration.ofSeconds(20));
    }

    BatchSummary send(int port, Duration patience) throws Exception {
        return new Batch(options(port, patience, false), BatchListener.SILENT).run();
    }

    static SSLServerSocketFactory tls(Issued server) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", server.key(), new char[0], server.chain().toArray(new Certificate[0]));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pem(List<Certificate> certificates) {
        StringBuilder pem = new StringBuilder();
        for (Certificate certificate : certificates) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(base64(certificate))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }

    private static String base64(Certificate certificate) {
        try {
            byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
            return Base64.getMimeEncoder(64, lineEnd).encodeToString(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
