package fr.sceau.smime;

import java.security.cert.X509Certificate;

/**
 * To whom a message is sealed.
 *
 * @param certificate meant for encryption; whether it is trusted and valid is the caller's question
 * @param capabilities what its holder's software opens
 */
public record Recipient(X509Certificate certificate, Capabilities capabilities) {
    /** With the capabilities that the certificate states. */
    public static Recipient of(X509Certificate certificate) {
        return new Recipient(certificate, Capabilities.of(certificate));
    }
}
