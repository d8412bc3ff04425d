package fr.sceau.smime;

import fr.sceau.smime.cms.Integrity;
import fr.sceau.smime.cms.IntegrityChecker;
import fr.sceau.smime.engine.Engine;
import fr.sceau.smime.keys.DecryptionKey;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * A process that says by which engine it computes, then what comes of mail that was left alone and of mail that was damaged.
 * The second part is the same with every engine.
 */
final class Outcomes {
    private static final String PLAIN = Mails.header(Mails.LABORATORY)
            + "Content-Type: text/plain\r\n\r\nGlycemie 1,02 g/l\r\n" + "Surveillance ordinaire\r\n".repeat(500);

    /** Behind both stand a few zeros that end the object. */
    private static final int IN_SIGNATURE = 50;

    private static final int IN_TAG = 20;

    private Outcomes() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(Engine.current().description());
        Path folder = Path.of(arguments[0]);
        Issued rsa = read(folder, "RSA");
        Issued curve = read(folder, "EC");
        signed("rsa", rsa, new SigningScheme(SigningScheme.Hash.SHA256, false));
        signed("pss", rsa, new SigningScheme(SigningScheme.Hash.SHA512, true));
        signed("ecdsa", curve, new SigningScheme(SigningScheme.Hash.SHA256, false));
        sealed("pkcs1", rsa, new Capabilities(false, false));
        sealed("oaep", rsa, new Capabilities(true, true));
        sealed("curve", curve, new Capabilities(true, true));
    }

    /** Keys are made once for all processes. */
    static void prepare(Path folder) throws Exception {
        write(folder, "RSA", SmallAuthority.rsa(2048, KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
        write(folder, "EC", SmallAuthority.ec("secp256r1", KeyUsage.digitalSignature | KeyUsage.keyAgreement));
    }

    private static void write(Path folder, String algorithm, Issued issued) throws Exception {
        Files.write(folder.resolve(algorithm + ".key"), issued.key().getEncoded());
        Files.write(folder.resolve(algorithm + ".cer"), issued.certificate().getEncoded());
    }

    private static Issued read(Path folder, String algorithm) throws Exception {
        byte[] key = Files.readAllBytes(folder.resolve(algorithm + ".key"));
        try (InputStream certificate = Files.newInputStream(folder.resolve(algorithm + ".cer"))) {
            return new Issued(
                    KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key)),
                    List.of((X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(certificate)));
        }
    }

    private static void signed(String name, Issued signer, SigningScheme scheme) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageSigner().sign(Mails.of(PLAIN), new SigningKey(signer.key(), signer.chain()), scheme, out);
        String message = Mails.text(out);
        checked(name, message);
        checked(name + ", content changed", message.replace("1,02", "9,02"));
        checked(name + ", signature changed", changed(message, message.lastIndexOf("\r\n--"), IN_SIGNATURE));
    }

    private static void checked(String name, String message) throws Exception {
        Integrity found = new IntegrityChecker().check(Mails.of(message));
        say(name, found instanceof Integrity.Intact ? "Intact" : found.toString());
    }

    private static void sealed(String name, Issued holder, Capabilities capabilities) throws Exception {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        new MessageSigner().sign(Mails.of(PLAIN), new SigningKey(holder.key(), holder.chain()), signed);
        Recipient recipient = new Recipient(holder.certificate(), capabilities);
        String message = sealed(signed.toByteArray(), recipient);
        say(name, opened(message, holder, Mails.text(signed)));
        say(name + ", end changed", withEndChanged(signed.toByteArray(), recipient, holder));
        String changed = changed(message, message.length(), message.length() / 2);
        say(name + ", content changed", opened(changed, holder, ""));
        say(name + ", cut", opened(message.substring(0, message.length() - 400), holder, ""));
    }

    private static String sealed(byte[] message, Recipient recipient) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MessageEncrypter().encrypt(RawMessage.of(message), List.of(recipient), out);
        return Mails.text(out);
    }

    /** One changed block in 256 ends like padding by chance, and then the mail opens without a guarantee: never four times. */
    private static String withEndChanged(byte[] content, Recipient recipient, Issued holder) throws Exception {
        String outcome = "";
        for (int i = 0; i < 4 && (i == 0 || outcome.startsWith("NOT_GUARANTEED")); i++) {
            String message = sealed(content, recipient);
            outcome = opened(changed(message, message.length() - 2, IN_TAG), holder, "");
        }
        return outcome;
    }

    private static String opened(String message, Issued holder, String expected) throws Exception {
        DecryptionKey key = new DecryptionKey(holder.key(), holder.certificate());
        try (Opening opening = new MessageOpener().open(Mails.of(message), List.of(key))) {
            return opening instanceof Opening.Opened opened
                    ? opened.integrity() + " " + Mails.text(opened.message()).equals(expected)
                    : opening.toString();
        }
    }

    /** One character of base64, so many from the end of the encoded object. */
    private static String changed(String message, int end, int fromEnd) {
        int at = end - fromEnd;
        while (Character.isWhitespace(message.charAt(at))) {
            at--;
        }
        char other = message.charAt(at) == 'A' ? 'B' : 'A';
        return message.substring(0, at) + other + message.substring(at + 1);
    }

    private static void say(String name, String outcome) {
        System.out.writeBytes((name + ": " + outcome + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
