package fr.sceau.mailets.submission;

import fr.sceau.mailets.MailetsException;

/** The ledger cannot be reached for now; the caller answers "try again later". */
public final class LedgerUnavailable extends MailetsException {
    private static final long serialVersionUID = 1L;

    public LedgerUnavailable(Throwable cause) {
        super("the submission ledger is not available", true, cause);
    }
}
