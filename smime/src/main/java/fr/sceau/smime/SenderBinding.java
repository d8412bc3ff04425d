package fr.sceau.smime;

import fr.sceau.smime.identity.CertificateIdentity;
import java.security.cert.X509Certificate;

/**
 * Says whether the holder of a certificate is the owner of a mailbox. CPS certificates carry no mail address, so this
 * needs the directory.
 */
@FunctionalInterface
public interface SenderBinding {
    /**
     * @param signer what the certificate says of its holder
     * @param certificate the signer's certificate
     * @param fromAddress the one address of the From field, in lower case
     */
    Match match(CertificateIdentity signer, X509Certificate certificate, String fromAddress);

    /** The answer. */
    enum Match {
        SAME,
        DIFFERENT,
        /** The directory knows nothing of this mailbox. */
        UNKNOWN
    }
}
