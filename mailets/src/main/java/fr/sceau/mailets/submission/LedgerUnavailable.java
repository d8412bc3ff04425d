package fr.sceau.mailets.submission;

/** The ledger cannot be reached for now; the caller answers "try again later". */
public final class LedgerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(Throwable cause) {
        super("the submission ledger is not available", cause);
    }
}
