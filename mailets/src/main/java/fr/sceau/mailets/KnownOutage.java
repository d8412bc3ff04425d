package fr.sceau.mailets;

import fr.sceau.smime.keys.TokenUnavailable;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;
import javax.mail.MessagingException;

/**
 * An outage of which one line says all: with a trace at each attempt, for each mail that waits, the log would hold nothing else.
 */
public final class KnownOutage extends MessagingException {
    private static final long serialVersionUID = 1L;

    public KnownOutage(String message) {
        super(message);
    }

    /** The outage of the token that a failure comes from, if it does. */
    public static Optional<TokenUnavailable> ofToken(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(TokenUnavailable.class::isInstance)
                .map(TokenUnavailable.class::cast)
                .findFirst();
    }

    /** Nothing: James writes the text of a failure, and then this, into one entry of the log. */
    @Override
    public void printStackTrace(PrintWriter out) {}

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // there is nothing to guard
    public Throwable fillInStackTrace() {
        return this;
    }
}
