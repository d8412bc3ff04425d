package fr.sceau.mailets.support;

import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.mailets.accounts.LocalMailbox;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts in memory, which can be taken away. */
public final class FakeAccounts implements Accounts {
    public boolean away;
    private final Map<String, LocalMailbox> mailboxes = new HashMap<>();
    private final Map<String, Set<String>> delegated = new HashMap<>();

    public void add(LocalMailbox mailbox) {
        mailboxes.put(mailbox.address(), mailbox);
    }

    public void delegate(String login, String mailbox) {
        delegated.put(login, Set.of(mailbox));
    }

    @Override
    public Optional<LocalMailbox> mailbox(String address) {
        present();
        return Optional.ofNullable(mailboxes.get(address.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Set<String> mailboxesFor(String login) {
        present();
        return delegated.getOrDefault(login, mailboxes.containsKey(login) ? Set.of(login) : Set.of());
    }

    @Override
    public String person(String login) {
        present();
        return login.replaceFirst("\\+[^@]*", "");
    }

    private void present() {
        if (away) {
            throw new AccountsUnavailable(new IllegalStateException("database stopped"));
        }
    }
}
