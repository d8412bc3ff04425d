package fr.sceau.server.accounts;

import java.util.Optional;

/**
 * An account to be created or changed.
 *
 * @param password empty keeps the present one
 */
public record Registration(Account account, Optional<String> password) {
    @Override
    public String toString() {
        return "Registration[" + account + "]";
    }
}
