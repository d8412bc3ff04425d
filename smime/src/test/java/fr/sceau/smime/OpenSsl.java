package fr.sceau.smime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.sceau.testpki.Issued;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code openssl} command, as a peer that shares no code with us. */
final class OpenSsl {
    private final Path folder;

    OpenSsl(Path folder) {
        this.folder = folder;
        assumeTrue(isThere(), "SKIPPED: no `openssl` on PATH, so nothing is proven against it");
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs {@code openssl cms}; gives what it wrote to {@code -out}. */
    String cms(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl", "cms", "-out", "out"));
        command.addAll(List.of(arguments));
        Files.deleteIfExists(folder.resolve("out"));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0) {
            process.destroy();
            throw new AssertionError(command + "\n" + Files.readString(log));
        }
        return Files.readString(folder.resolve("out"), StandardCharsets.ISO_8859_1);
    }

    String file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content, StandardCharsets.ISO_8859_1);
        return name;
    }

    String pem(String name, X509Certificate... certificates) throws Exception {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            pem.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        return file(name, pem.toString());
    }

    String key(String name, Issued issued) throws IOException {
        return file(name, block("PRIVATE KEY", issued.key().getEncoded()));
    }

    private static String block(String type, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + base64 + "\n-----END " + type + "-----\n";
    }
}
