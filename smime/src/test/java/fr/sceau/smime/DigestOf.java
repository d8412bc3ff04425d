package fr.sceau.smime;

import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** SHA-256 for tests that put it where it does not belong. */
final class DigestOf {
    private DigestOf() {}

    static byte[] sha256(String content) {
        return sha256(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] sha256(Issued issued) {
        try {
            return sha256(issued.certificate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
