package fr.sceau.server.accounts;

import java.util.Locale;
import java.util.Optional;

/**
 * A login as typed, taken apart.
 *
 * @param person whose password is asked for
 * @param box the mailbox to open: the person's own, or the one after the {@code +}
 */
public record LoginName(String person, String box) {
    /** Reads {@code person@domain} or {@code person+box@domain}; empty when it is neither. */
    public static Optional<LoginName> parse(String login) {
        String name = login.toLowerCase(Locale.ROOT);
        int at = name.lastIndexOf('@');
        if (at < 1 || at == name.length() - 1 || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        String domain = name.substring(at);
        int plus = name.indexOf('+');
        if (plus < 0 || plus > at) {
            return Optional.of(new LoginName(name, name));
        }
        String person = name.substring(0, plus) + domain;
        String box = name.substring(plus + 1, at) + domain;
        return plus == 0 || plus + 1 == at ? Optional.empty() : Optional.of(new LoginName(person, box));
    }

    /** Whether it opens the person's own folders. */
    public boolean ownBox() {
        return person.equals(box);
    }
}
