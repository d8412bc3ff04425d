package fr.sceau.mailets.accounts;

import fr.sceau.mailets.MailetsException;

/** The accounts cannot be read for now; the caller answers "try again later", never "no such mailbox". */
public final class AccountsUnavailable extends MailetsException {
    private static final long serialVersionUID = 1L;

    public AccountsUnavailable(Throwable cause) {
        super("accounts are not available", true, cause);
    }
}
