package fr.sceau.smime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Messages for tests. Bytes are shown as ISO 8859-1 so that none is lost. */
final class Mails {
    static final String DOCTOR = "claire.martin@exemple.mssante.test";
    static final String PAUL = "paul.durand@exemple.mssante.test";
    static final String LABORATORY_SERVICE = "microbiologie@exemple.mssante.test";
    static final String LABORATORY = "laboratoire@exemple.mssante.test";

    static final String ENTITY = "Content-Type: text/plain; charset=us-ascii\r\n"
            + "\r\n"
            + "Glycemie 1,02 g/L\r\n"
            + "--not a boundary\r\n"
            + "fin\r\n";

    /** {@link #ENTITY} as it stands inside an encrypted message: with the subject that is not to be seen outside. */
    static final String ENTITY_INSIDE = ENTITY.replaceFirst("\r\n\r\n", "\r\nSubject: resultat\r\n\r\n");

    private Mails() {}

    static String header(String from) {
        return "From: " + from
                + "\r\nTo: destinataire@exemple.mssante.test\r\nSubject: resultat\r\nMIME-Version: 1.0\r\n";
    }

    /** An ordinary message with {@link #ENTITY}. */
    static RawMessage plain(String from) {
        return of(header(from) + ENTITY);
    }

    static RawMessage of(String text) {
        return RawMessage.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static String text(RawMessage message) throws IOException {
        try (var in = message.open()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** A clear-signed message around an entity and a signature made elsewhere. */
    static String clearSigned(String header, String entity, byte[] signature) {
        return header
                + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=\"frontiere\"\r\n"
                + "\r\n--frontiere\r\n" + entity
                + "\r\n--frontiere\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(signature) + "\r\n--frontiere--\r\n";
    }

    /** A message whose body is one CMS object. */
    static String pkcs7(String header, String smimeType, byte[] object) {
        return header
                + "Content-Type: application/pkcs7-mime; smime-type=" + smimeType + "; name=smime.p7m\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + base64(object) + "\r\n";
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder().encodeToString(bytes);
    }
}
