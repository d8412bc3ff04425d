package fr.sceau.testpki;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A SoftHSM2 token in a folder, in place of a card or an HSM; it can be taken away and put back. Needs Debian's
 * {@code softhsm2} and {@code opensc}. A process finds it by {@code SOFTHSM2_CONF} in its environment.
 */
public final class SoftToken {
    public static final String LABEL = "SCEAU TEST";
    public static final String PIN = "73019284";

    private static final List<Path> LIBRARIES =
            List.of(Path.of("/usr/lib/softhsm/libsofthsm2.so"), Path.of("/usr/lib64/pkcs11/libsofthsm2.so"));

    private final Path configuration;
    private final Path tokens;
    private final Path elsewhere;
    private int keys;

    private SoftToken(Path folder, Path configuration) {
        this.configuration = configuration;
        this.tokens = folder.resolve("tokens");
        this.elsewhere = folder.resolve("tokens-away");
    }

    /** SoftHSM2's PKCS#11 library, if all its tools are here too. */
    public static Optional<Path> library() {
        boolean tools = Stream.of("softhsm2-util", "pkcs11-tool").allMatch(SoftToken::isOnPath);
        return LIBRARIES.stream()
                .filter(library -> tools && Files.isRegularFile(library))
                .findFirst();
    }

    private static boolean isOnPath(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** An empty token. */
    public static SoftToken create(Path folder, Path configuration) throws IOException {
        SoftToken token = new SoftToken(folder, configuration);
        Files.createDirectories(token.tokens);
        Files.writeString(
                configuration,
                "directories.tokendir = " + token.tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        token.run("softhsm2-util", "--init-token", "--free", "--label", LABEL, "--pin", PIN, "--so-pin", "58204917");
        return token;
    }

    /** What {@code SOFTHSM2_CONF} has to say. */
    public Path configuration() {
        return configuration;
    }

    /** Adds a key with its certificate under that label, which other keys may have too. */
    public void put(String label, Issued issued) throws IOException {
        String id = String.format("%04x", ++keys);
        Path key = Files.createTempFile("key", ".pem");
        Path certificate = Files.createTempFile("certificate", ".der");
        try {
            Files.writeString(key, pem(issued.key()));
            Files.write(certificate, issued.certificate().getEncoded());
            run(
                    "softhsm2-util",
                    "--import",
                    key.toString(),
                    "--token",
                    LABEL,
                    "--label",
                    label,
                    "--id",
                    id,
                    "--pin",
                    PIN);
            run(
                    "pkcs11-tool",
                    "--module",
                    library().orElseThrow().toString(),
                    "--token-label",
                    LABEL,
                    "--login",
                    "--pin",
                    PIN,
                    "--write-object",
                    certificate.toString(),
                    "--type",
                    "cert",
                    "--id",
                    id,
                    "--label",
                    label);
        } catch (CertificateEncodingException e) {
            throw new TestPkiException("certificate without encoding", e);
        } finally {
            Files.delete(key);
            Files.delete(certificate);
        }
    }

    /** From now on its library fails. */
    public void takeAway() throws IOException {
        Files.move(tokens, elsewhere);
    }

    public void putBack() throws IOException {
        Files.move(elsewhere, tokens);
    }

    private void run(String... command) throws IOException {
        Path output = Files.createTempFile("softhsm", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        try {
            Process process = builder.start();
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(command[0] + " failed: " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(output);
        }
    }

    private static String pem(PrivateKey key) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
    }
}
