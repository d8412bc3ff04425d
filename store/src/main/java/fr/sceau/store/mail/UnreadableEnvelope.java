package fr.sceau.store.mail;

/** A stored envelope that this version does not understand; the row stays for the operator. */
public final class UnreadableEnvelope extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableEnvelope(String what, Throwable cause) {
        super("Enveloppe illisible : " + what + " (" + cause.getClass().getSimpleName() + ")");
        setStackTrace(cause.getStackTrace()); // the cause's own text may quote the envelope
    }
}
