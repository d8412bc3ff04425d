package fr.sceau.smime;

import fr.sceau.smime.cms.KeyWrapping;
import fr.sceau.smime.trust.CertificatePurpose;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * To whom a message is sealed.
 *
 * @param certificate meant for encryption; whether it is trusted and valid is the caller's question
 * @param capabilities what its holder's software opens
 */
public record Recipient(X509Certificate certificate, Capabilities capabilities) {
    /** Why nothing may be encrypted to that certificate; empty if something may. Says nothing of its path. */
    public static Optional<Unfit> unfit(X509Certificate certificate) {
        return CertificatePurpose.receivesMail(certificate)
                ? KeyWrapping.unfit(certificate.getPublicKey())
                : Optional.of(Unfit.WRONG_PURPOSE);
    }

    /** With the capabilities that the certificate states. */
    public static Recipient of(X509Certificate certificate) {
        return new Recipient(certificate, Capabilities.of(certificate));
    }
}
