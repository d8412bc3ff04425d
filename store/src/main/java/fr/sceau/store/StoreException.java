package fr.sceau.store;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * The database did not do what was asked. Texts of the driver can quote rows, so they are never taken over: what failed
 * is told by SQLState and stack trace.
 */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int CLASS_LENGTH = 2;
    // PostgreSQL manual, appendix A: connection, rollback, resources, lock not available, operator, system error.
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private final boolean transientFailure;

    private StoreException(String message, boolean transientFailure) {
        super(message);
        this.transientFailure = transientFailure;
    }

    /** Something that trying again does not mend; the text is for the operator and names no content. */
    public static StoreException permanent(String message) {
        return new StoreException(message, false);
    }

    /** Something that may work later; the text is for the operator and names no content. */
    public static StoreException passing(String message) {
        return new StoreException(message, true);
    }

    /** What the driver reported, without its text. */
    public static StoreException of(SQLException cause) {
        String state = cause.getSQLState();
        String message = "Base de données : SQLState " + (state == null ? "inconnu" : state);
        StoreException exception = new StoreException(message, isTransient(cause));
        exception.setStackTrace(cause.getStackTrace());
        return exception;
    }

    /** Whether the same may succeed when tried again later. */
    public boolean transientFailure() {
        return transientFailure;
    }

    private static boolean isTransient(SQLException cause) {
        String state = cause.getSQLState();
        return cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || (state != null
                        && state.length() > CLASS_LENGTH
                        && TRANSIENT_CLASSES.contains(state.substring(0, CLASS_LENGTH)));
    }
}
