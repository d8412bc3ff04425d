package fr.sceau.system;

import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An IMAP client of one person: curl, one command a run. */
final class Curl {
    private final Tool tool;
    private final String server;

    Curl(TestSceau sceau, Path work, String login, String password) throws IOException {
        this.tool = new Tool(work);
        this.server = "imaps://localhost:" + sceau.port("imaps.port") + "/";
        Files.writeString(
                tool.file("authorities.pem"), authorities(sceau.installation().path("trust", "anchors")));
        Files.writeString(
                tool.file("curl.txt"), "user = \"" + login + ":" + password + "\"\ncacert = \"authorities.pem\"\n");
    }

    private static String authorities(Path folder) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    certificates.add((X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(in));
                }
            }
        } catch (CertificateException e) {
            throw new IOException(e);
        }
        return Pem.certificates(certificates);
    }

    /** One command, in that folder if its name is not empty; what the server answered. */
    String command(String folder, String command) {
        String url = server + URLEncoder.encode(folder, StandardCharsets.UTF_8).replace("+", "%20");
        return tool.run("curl", "--silent", "--show-error", "--config", "curl.txt", "--request", command, url);
    }

    /** UID of the message with that Message-ID, among those that fulfil the criteria; empty when there is none. */
    String search(String folder, String messageId, String... criteria) {
        String found = command(
                folder, "UID SEARCH " + String.join(" ", criteria) + " HEADER Message-ID \"" + messageId + "\"");
        return found.lines()
                .filter(line -> line.startsWith("* SEARCH"))
                .map(line -> line.substring("* SEARCH".length()).strip())
                .findFirst()
                .orElse("");
    }
}
