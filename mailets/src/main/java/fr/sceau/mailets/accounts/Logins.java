package fr.sceau.mailets.accounts;

import java.util.Optional;

/** Who may log in. Throws {@link AccountsUnavailable} when the answer cannot be had just now. */
public interface Logins {
    /** The mailbox that this login opens with this password; empty for a wrong password, box or person. */
    Optional<String> authenticate(String login, String password);
}
