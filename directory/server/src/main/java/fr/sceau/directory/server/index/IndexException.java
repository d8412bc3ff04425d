package fr.sceau.directory.server.index;

/** The index cannot be read or written, or somebody else writes it. */
public final class IndexException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IndexException(String message) {
        super(message);
    }

    IndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
