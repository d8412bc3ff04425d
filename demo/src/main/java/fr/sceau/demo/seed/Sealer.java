package fr.sceau.demo.seed;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.Installation;
import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.Pkcs12;
import fr.sceau.smime.keys.SigningKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What senders do to their messages before sending: sign, encrypt; and what somebody did to one of them. */
final class Sealer {
    private static final String FIGURE = "4.1 mmol/L";
    private static final String OTHER_FIGURE = "6.1 mmol/L";

    private final Installation installation;

    Sealer(Installation installation) {
        this.installation = installation;
    }

    byte[] seal(Letter letter, byte[] message) throws IOException, SmimeException {
        return switch (letter.seal()) {
            case NONE -> message;
            case LABORATORY -> encrypted(signed(message, "laboratoire.p12"), letter.to());
            case TAMPERED -> tampered(signed(message, "partenaire-signature.p12"));
        };
    }

    private byte[] signed(byte[] message, String keyFile) throws IOException, SmimeException {
        Path file = installation.path("demo", keyFile);
        SigningKey key = Pkcs12.read(file, installation.keysPassword())
                .signingAt(Instant.now())
                .orElseThrow(() -> new DemoException("pas de clé de signature dans " + file));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSigner().sign(RawMessage.of(message), key, out);
        return out.toByteArray();
    }

    private byte[] encrypted(byte[] message, List<String> recipients) throws IOException, SmimeException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String recipient : recipients) {
            certificates.addAll(certificates(recipient));
        }
        if (certificates.isEmpty()) {
            return message;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter().encrypt(RawMessage.of(message), certificates, ContentCipher.AES_256_CBC, out);
        return out.toByteArray();
    }

    private List<X509Certificate> certificates(String recipient) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        Path folder = installation.path("directory", "own", "certificates");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, recipient + "*.cer")) {
            for (Path file : files) {
                found.add(read(file));
            }
        }
        return found;
    }

    private static X509Certificate read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException e) {
            throw new DemoException("certificat illisible : " + file, e);
        }
    }

    /** One figure changed on the way, after the signature. */
    private static byte[] tampered(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        if (!text.contains(FIGURE)) {
            throw new DemoException("le message à falsifier ne contient pas le résultat attendu");
        }
        return text.replace(FIGURE, OTHER_FIGURE).getBytes(StandardCharsets.ISO_8859_1);
    }
}
