package fr.sceau.system.mail;

import fr.sceau.smime.Capabilities;
import fr.sceau.smime.ContentCipher;
import fr.sceau.smime.MessageEncrypter;
import fr.sceau.smime.MessageSigner;
import fr.sceau.smime.RawMessage;
import fr.sceau.smime.Recipient;
import fr.sceau.smime.SmimeException;
import fr.sceau.smime.keys.SigningKey;
import fr.sceau.testpki.Issued;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;

/** Signs, encrypts and spoils whole messages. */
public final class Seals {
    private Seals() {}

    /** Detached signature. */
    public static byte[] signed(byte[] message, Issued key) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new MessageSigner().sign(RawMessage.of(message), new SigningKey(key.key(), key.chain()), out);
        } catch (SmimeException e) {
            throw new IOException("the test message cannot be signed", e);
        }
        return out.toByteArray();
    }

    /** Encrypted to one certificate, under a tag: what is wrong inside is then the sender's doing. */
    public static byte[] encrypted(byte[] message, X509Certificate to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new MessageEncrypter().encrypt(RawMessage.of(message), List.of(to), ContentCipher.AES_256_GCM, out);
        } catch (SmimeException e) {
            throw new IOException("the test message cannot be encrypted", e);
        }
        return out.toByteArray();
    }

    /** Encrypted to one certificate, with AES-GCM and RSA-OAEP or with what every client opens. */
    public static byte[] encrypted(byte[] message, X509Certificate to, boolean modern) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Recipient recipient = new Recipient(to, new Capabilities(modern, modern));
        try {
            new MessageEncrypter().encrypt(RawMessage.of(message), List.of(recipient), out);
        } catch (SmimeException e) {
            throw new IOException("the test message cannot be encrypted", e);
        }
        return out.toByteArray();
    }

    /** The same message with one line of its signed part replaced by another of the same kind. */
    public static byte[] tampered(byte[] signed) {
        String text = new String(signed, StandardCharsets.ISO_8859_1);
        String other = text.replace("filename=\"resultat.txt\"", "filename=\"resultas.txt\"");
        if (other.equals(text)) {
            throw new IllegalArgumentException("nothing to tamper with");
        }
        return other.getBytes(StandardCharsets.ISO_8859_1);
    }
}
