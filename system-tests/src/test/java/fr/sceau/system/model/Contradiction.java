package fr.sceau.system.model;

/** What the server said cannot be true, or is against the rules of IMAP. */
final class Contradiction extends AssertionError {
    private static final long serialVersionUID = 1;

    Contradiction(String what, Throwable cause) {
        super(what, cause);
    }

    Contradiction(String what) {
        super(what);
    }
}
