package fr.sceau.smime;

/**
 * A key, a certificate or a configured file cannot be used. Says what an operator can act on; never names a secret. Bad
 * mail is not an exception: it is a {@link SignatureVerdict} or an {@link Opening}.
 */
public final class SmimeException extends Exception {
    private static final long serialVersionUID = 1L;

    public SmimeException(String message) {
        super(message);
    }

    public SmimeException(String message, Throwable cause) {
        super(message, cause);
    }
}
