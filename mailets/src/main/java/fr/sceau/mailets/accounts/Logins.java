package fr.sceau.mailets.accounts;

import java.util.Optional;

/** Who may log in. Throws {@link AccountsUnavailable} when the answer cannot be had just now. */
public interface Logins {
    /**
     * The address that this login opens with this password: the person's own, with a mailbox or without, or the box named
     * after the {@code +}. Empty for a wrong password, box or person, and when the person has no right on that box now.
     */
    Optional<String> authenticate(String login, String password);
}
