package fr.sceau.system.model;

import java.util.regex.Pattern;

/**
 * Faults of James' own IMAP layer, not of the store: each is excused only in the very exchange that shows it, and counted.
 * The exchanges stand in docs/imap-model.md.
 */
enum Known {
    /** RFC 3501 6.4.8: a UID set that meets no message is no error. James: BAD in an empty mailbox. */
    SET_IN_EMPTY_BOX("UID FETCH 1:\\* .*", "BAD FETCH failed\\. Invalid messageset\\."),

    /** RFC 3501 7.4.2: a message is announced by EXISTS, then fetched. James: FETCH of a new one first, then EXISTS. */
    FETCH_BEFORE_EXISTS("(UID )?FETCH .*", "never by its status");

    private final Pattern command;
    private final Pattern status;

    Known(String command, String status) {
        this.command = Pattern.compile(command);
        this.status = Pattern.compile(status);
    }

    boolean explains(Exchange exchange) {
        return command.matcher(exchange.command()).matches()
                && status.matcher(exchange.status()).matches();
    }
}
