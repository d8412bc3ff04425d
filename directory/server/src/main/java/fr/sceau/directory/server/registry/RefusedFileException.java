package fr.sceau.directory.server.registry;

/** A file as a whole cannot be used. The reason names columns, counts and settings; never a person or an address. */
public final class RefusedFileException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedFileException(String reason) {
        super(reason);
    }

    public RefusedFileException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
