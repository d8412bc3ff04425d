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
     * @param address of the mailbox, in lower case
     */
    Match match(CertificateIdentity signer, X509Certificate certificate, String address);

    /** The answer. */
    enum Match {
        SAME,
        /** A person, and the mailbox is another person's. */
        OTHER_PERSON,
        /** A structure, and the mailbox is not one of its own. */
        OTHER_STRUCTURE,
        /** A person, and the directory does not name that person for this mailbox of a structure. */
        NOT_DELEGATE,
        /** The directory knows nothing of this mailbox. */
        UNKNOWN
    }
}
