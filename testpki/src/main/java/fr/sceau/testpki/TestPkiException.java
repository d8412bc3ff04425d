package fr.sceau.testpki;

/** The TEST infrastructure could not be made, read or written; always a broken environment or caller. */
public final class TestPkiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TestPkiException(String message, Throwable cause) {
        super(message, cause);
    }

    TestPkiException(String message) {
        super(message);
    }
}
