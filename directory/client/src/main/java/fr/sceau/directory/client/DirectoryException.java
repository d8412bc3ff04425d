package fr.sceau.directory.client;

/**
 * The directory could not answer. The text names neither the address nor the words that were asked: addresses of
 * patients are patient identity.
 */
public final class DirectoryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean transientFault;

    DirectoryException(String message, boolean transientFault) {
        super(message);
        this.transientFault = transientFault;
    }

    /** Whether asking again later may succeed (the directory is away, busy or slow); false when the question itself is refused. */
    public boolean isTransient() {
        return transientFault;
    }
}
