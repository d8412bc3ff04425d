package fr.sceau.mailets;

import org.jspecify.annotations.Nullable;

/**
 * Something around the mail does not work: a file of the configuration, a key, a server we ask. Bad mail is never an
 * exception but a refusal or a verdict. The text is for the operator; it names no patient, content or secret.
 */
public class MailetsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean transientFault;

    protected MailetsException(String message, boolean transientFault, @Nullable Throwable cause) {
        super(message, cause);
        this.transientFault = transientFault;
    }

    /** A file that an operator has to correct; starting without it would be wrong. */
    public static MailetsException configuration(String message) {
        return new MailetsException(message, false, null);
    }

    /** As {@link #configuration(String)}, with what failed below. */
    public static MailetsException configuration(String message, Throwable cause) {
        return new MailetsException(message, false, cause);
    }

    /** A neighbour is away; the same question may be answered later. */
    public static MailetsException away(String message, Throwable cause) {
        return new MailetsException(message, true, cause);
    }

    /** Whether trying again later may help. */
    public final boolean isTransient() {
        return transientFault;
    }
}
