package fr.sceau.system.mail;

import fr.sceau.testpki.Issued;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Keys and certificates as OpenSSL reads them. */
public final class Pem {
    private Pem() {}

    /** Private key, PKCS#8. */
    public static String key(Issued issued) {
        return block("PRIVATE KEY", issued.key().getEncoded());
    }

    /** Certificates, one block each. */
    public static String certificates(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(certificate -> block("CERTIFICATE", encoded(certificate)))
                .collect(Collectors.joining());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String block(String name, byte[] der) {
        byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
        String lines = Base64.getMimeEncoder(64, newLine).encodeToString(der);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }
}
