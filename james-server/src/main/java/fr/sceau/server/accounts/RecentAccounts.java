package fr.sceau.server.accounts;

import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.LocalMailbox;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * The accounts as the flow of mail asks for them, about eight times a message: a mailbox and what a person was given are
 * remembered for a second. A change of either is in force within that second, a new mailbox at once. Begin and end of a
 * right are compared with the clock at every question; passwords are none of its business ({@link JdbcAccounts}).
 */
@Singleton
public final class RecentAccounts implements Accounts {
    private final Recent<LocalMailbox> mailboxes;
    private final Recent<List<Delegation>> delegations;
    private final JdbcAccounts accounts;
    private final Clock clock;

    @Inject
    public RecentAccounts(JdbcAccounts accounts, Delegations delegations, Clock clock) {
        this(accounts, delegations, clock, System::nanoTime);
    }

    RecentAccounts(JdbcAccounts accounts, Delegations delegations, Clock clock, LongSupplier nanos) {
        this.mailboxes = new Recent<>(accounts::mailbox, nanos);
        this.delegations = new Recent<>(person -> Optional.of(delegations.of(person)), nanos);
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Optional<LocalMailbox> mailbox(String address) {
        return mailboxes.of(address.toLowerCase(Locale.ROOT));
    }

    @Override
    public Set<String> mailboxesFor(String login) {
        return LoginName.parse(login).map(name -> mayWriteAs(name.person())).orElse(Set.of());
    }

    private Set<String> mayWriteAs(String person) {
        Instant now = clock.instant();
        Set<String> boxes = new HashSet<>();
        mailbox(person).map(LocalMailbox::address).ifPresent(boxes::add);
        delegations.of(person).orElse(List.of()).stream()
                .filter(one -> one.allows(Share.SEND, now))
                .map(Delegation::box)
                .forEach(boxes::add);
        return Set.copyOf(boxes);
    }

    @Override
    public String person(String login) {
        return accounts.person(login);
    }
}
