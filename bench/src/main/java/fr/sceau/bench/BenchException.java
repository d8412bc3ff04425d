package fr.sceau.bench;

import org.jspecify.annotations.Nullable;

/** A bench that cannot go on; the message is for the person who runs it. */
public final class BenchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
