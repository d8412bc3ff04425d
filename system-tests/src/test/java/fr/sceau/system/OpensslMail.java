package fr.sceau.system;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.DemoKeys;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Pem;
import fr.sceau.system.mail.Published;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

/** Mail made, sent, fetched and opened by OpenSSL, swaks and curl alone. */
final class OpensslMail {
    private final TestSceau sceau;
    private final Tool tool;
    private final Path folder;

    /** Writes the keys and certificates that the tools need into the folder. */
    OpensslMail(TestSceau sceau, Path folder) throws IOException {
        this.sceau = sceau;
        this.folder = folder;
        this.tool = new Tool(folder);
        Published published = new Published(sceau.installation());
        DemoKeys keys = new DemoKeys(sceau.installation());
        write("laboratory.key", Pem.key(keys.laboratory()));
        write("laboratory.pem", Pem.certificates(List.of(keys.laboratory().certificate())));
        write("chain.pem", Pem.certificates(aboveHolder(keys.laboratory())));
        write("paul.key", Pem.key(keys.paulOpens()));
        write("paul.pem", Pem.certificates(List.of(keys.paulOpens().certificate())));
        write("claire.pem", Pem.certificates(List.of(published.encryption(Cast.CLAIRE))));
        write("authorities.pem", Pem.certificates(published.authorities()));
    }

    private static List<X509Certificate> aboveHolder(Issued issued) {
        return issued.chain().subList(1, issued.chain().size());
    }

    /** Signs as the laboratory; gives the bytes that were signed. */
    byte[] sign(Letter letter) throws IOException {
        byte[] entity = letter.entity().getBytes(StandardCharsets.US_ASCII);
        Files.write(tool.file("entity.txt"), entity);
        tool.run(
                "openssl",
                "cms",
                "-sign",
                "-binary",
                "-crlfeol",
                "-md",
                "sha256",
                "-in",
                "entity.txt",
                "-signer",
                "laboratory.pem",
                "-inkey",
                "laboratory.key",
                "-certfile",
                "chain.pem",
                "-out",
                "signature.eml");
        byte[] signature = Files.readAllBytes(tool.file("signature.eml"));
        Files.write(tool.file("signed.eml"), whole(letter, signature));
        return entity;
    }

    /** Encrypts what was signed last. */
    void encrypt(Letter letter, String recipient) throws IOException {
        tool.run(
                "openssl",
                "cms",
                "-encrypt",
                "-binary",
                "-crlfeol",
                "-aes-256-cbc",
                "-in",
                "signature.eml",
                "-out",
                "envelope.eml",
                recipient);
        byte[] envelope = Files.readAllBytes(tool.file("envelope.eml"));
        Files.write(tool.file("encrypted.eml"), whole(letter, envelope));
    }

    /** Submits a file with STARTTLS as the letter's author. */
    void send(Letter letter, String file) {
        Login login = sceau.logins().forMailbox(letter.from());
        tool.run(
                "swaks",
                "--server",
                "localhost:" + sceau.port("submission.port"),
                "--tls",
                "--auth",
                "PLAIN",
                "--auth-user",
                login.login(),
                "--auth-password",
                login.password(),
                "--from",
                letter.from(),
                "--to",
                letter.to(),
                "--data",
                "@" + file,
                "--silent",
                "2");
    }

    /** Waits for the letter and fetches it. */
    byte[] fetch(Letter letter) throws IOException {
        Inbox.of(sceau, letter.to()).await(letter.id());
        Login login = sceau.logins().forMailbox(letter.to());
        write("curl.conf", "user = \"" + login.login() + ":" + login.password() + "\"\n");
        String inbox = "imaps://localhost:" + sceau.port("imaps.port") + "/INBOX";
        String[] curl = {"curl", "--silent", "--show-error", "--config", "curl.conf", "--cacert", "authorities.pem"};
        String found = tool.run(with(curl, inbox + "?HEADER%20Message-ID%20" + letter.id()));
        String number = found.replaceAll("(?s).*\\* SEARCH (\\d+).*", "$1");
        tool.run(with(curl, "--output", "fetched.eml", inbox + ";MAILINDEX=" + number));
        return Files.readAllBytes(tool.file("fetched.eml"));
    }

    /** Opens what was fetched last, as Paul. */
    void decrypt() {
        tool.run(
                "openssl",
                "cms",
                "-decrypt",
                "-binary",
                "-in",
                "fetched.eml",
                "-recip",
                "paul.pem",
                "-inkey",
                "paul.key",
                "-out",
                "opened.eml");
    }

    /** What was signed, once OpenSSL has verified signature and chain. */
    byte[] verified(String file) throws IOException {
        tool.run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-crlfeol",
                "-in",
                file,
                "-CAfile",
                "authorities.pem",
                "-out",
                "verified.txt");
        return Files.readAllBytes(tool.file("verified.txt"));
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    /** The letter's own header, then what OpenSSL wrote without the field that the header has already. */
    private static byte[] whole(Letter letter, byte[] made) throws IOException {
        String text = new String(made, StandardCharsets.ISO_8859_1).replaceFirst("(?m)^MIME-Version: 1.0\r?\n", "");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(letter.header().getBytes(StandardCharsets.US_ASCII));
        whole.write(text.getBytes(StandardCharsets.ISO_8859_1));
        return whole.toByteArray();
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
