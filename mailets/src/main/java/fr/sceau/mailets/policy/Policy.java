package fr.sceau.mailets.policy;

/**
 * What one mailbox or domain demands.
 *
 * @param signature of what it submits
 * @param encryption of what is sent to it
 */
public record Policy(SignaturePolicy signature, EncryptionPolicy encryption) {
    /** For our own domains. */
    public static final Policy STRICT = new Policy(SignaturePolicy.ANY, EncryptionPolicy.WHEN_DECLARED);

    /** Toward the rest of the trust space, whose software may not open S/MIME. */
    public static final Policy INTEROP = new Policy(SignaturePolicy.LOGIN, EncryptionPolicy.TRUST_SPACE);
}
