package fr.sceau.directory.server.served;

/** Who asks. */
public enum Audience {
    /** Programs of this machine: the mail server, the webmail. */
    MACHINE,
    /** Anybody else: is not told to which mailboxes the house has written, but for those that seem to be closed. */
    ANYBODY
}
