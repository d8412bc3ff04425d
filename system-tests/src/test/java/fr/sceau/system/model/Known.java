package fr.sceau.system.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Faults of James' own IMAP layer, not of the store: each is excused only in the very exchange that shows it, and counted.
 * The exchanges stand in docs/imap-model.md.
 */
enum Known {
    /** RFC 3501 6.4.8: a UID set that meets no message is no error. James: BAD in an empty mailbox. */
    SET_IN_EMPTY_BOX("UID FETCH 1:\\* .*", "BAD FETCH failed\\. Invalid messageset\\."),

    /** RFC 3501 7.4.2: a message is announced by EXISTS, then fetched. James: FETCH of a new one first, then EXISTS. */
    FETCH_BEFORE_EXISTS,

    /** RFC 7162 3.1.3: MODIFIED SET. James: MODIFIED 0 SET. */
    ZERO_AFTER_MODIFIED,

    /** RFC 7162 3.2.5.1: SELECT (QRESYNC) sends the flags that changed. James: only what vanished. */
    QRESYNC_WITHOUT_FLAGS,

    /** RFC 7162 3.2.6: all that vanished. James: only UIDs between the first and the last message that are left. */
    VANISHED_AT_THE_ENDS,

    /** RFC 4315 3: UIDs of those that were copied. James: the set of the command, be it numbers or messages long gone. */
    COPYUID_REPEATS,

    /** RFC 7162 3.1.3: STORE answers with MODSEQ. James: without, for a message that was expunged meanwhile. */
    STORE_WITHOUT_MODSEQ;

    private final Optional<Pattern> command;
    private final Optional<Pattern> status;

    Known() {
        this.command = Optional.empty();
        this.status = Optional.empty();
    }

    Known(String command, String status) {
        this.command = Optional.of(Pattern.compile(command));
        this.status = Optional.of(Pattern.compile(status));
    }

    /** Whether this is the refusal that it excuses. */
    boolean explains(Exchange exchange) {
        return command.filter(pattern -> pattern.matcher(exchange.command()).matches())
                        .isPresent()
                && status.filter(pattern -> pattern.matcher(exchange.status()).matches())
                        .isPresent();
    }
}
