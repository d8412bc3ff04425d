package fr.sceau.mailets.keys;

import java.security.cert.X509Certificate;

/**
 * A certificate whose key the operator holds.
 *
 * @param name of the mailbox, or that which the operator gave to an organisation's key
 */
public record HeldCertificate(String name, Place place, X509Certificate certificate) {
    /** Where the key is. */
    public enum Place {
        FILE,
        TOKEN
    }
}
