package fr.sceau.mailets.accounts;

import java.util.Optional;
import java.util.Set;

/** Our own mailboxes. Every method throws {@link AccountsUnavailable} when the answer cannot be had just now. */
public interface Accounts {
    /** The mailbox of this address, compared without regard to case; empty when it is not one of ours. */
    Optional<LocalMailbox> mailbox(String address);

    /** Lower-case addresses this login may send as now: its own mailbox and those it was given that right on. */
    Set<String> mailboxesFor(String login);

    /** Who is behind a login, for the trace; {@code leila.benali+cardiologie@…} and {@code leila.benali@…} are one person. */
    String person(String login);
}
