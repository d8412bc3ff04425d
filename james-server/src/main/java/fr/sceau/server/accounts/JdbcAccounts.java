package fr.sceau.server.accounts;

import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.accounts.Logins;
import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.sql.DataSource;

/** Accounts in PostgreSQL. Every method throws {@link AccountsUnavailable} while the database is away. */
@Singleton
public final class JdbcAccounts implements Logins {
    /** A hash of nobody's password: an unknown login costs the same time as a known one. */
    private static final String NOBODY = PasswordHash.of("nobody");

    private final Sql sql;
    private final Delegations delegations;
    private final Clock clock;

    @Inject
    public JdbcAccounts(DataSource database, Delegations delegations, Clock clock) {
        this.sql = new Sql(database);
        this.delegations = delegations;
        this.clock = clock;
    }

    /** As it is now; the mail flow asks {@link RecentAccounts}. */
    public Optional<LocalMailbox> mailbox(String address) {
        return ask(() -> sql.first(
                "SELECT address, kind, custody, seal_clear_mail, structure FROM account"
                        + " WHERE address = ? AND kind IS NOT NULL",
                JdbcAccounts::mailbox,
                lower(address)));
    }

    /** Who is behind a login. */
    public String person(String login) {
        return LoginName.parse(login).map(LoginName::person).orElse(lower(login));
    }

    @Override
    public Optional<String> authenticate(String login, String password) {
        Optional<LoginName> name = LoginName.parse(login);
        Optional<String> hash = name.flatMap(this::hashOf);
        boolean right = PasswordHash.matches(password, hash.orElse(NOBODY));
        return name.filter(known -> hash.isPresent() && right && mayOpen(known)).map(LoginName::box);
    }

    /** Addresses of all mailboxes. */
    public List<String> mailboxes() {
        return ask(() -> sql.query(
                "SELECT address FROM account WHERE kind IS NOT NULL ORDER BY address", row -> row.getString(1)));
    }

    /** Whether there is an account of this address, with a mailbox or without. */
    public boolean exists(String address) {
        return ask(() -> sql.first("SELECT 1 FROM account WHERE address = ?", row -> row.getInt(1), lower(address)))
                .isPresent();
    }

    /**
     * Creates or changes an account in one transaction; the password stays when none is given. Its delegates are given all
     * rights without end; whoever else was given rights keeps them.
     */
    public void save(Account account, Optional<String> password) {
        save(List.of(new Registration(account, password)));
    }

    /** The same for several, all or none; they may be delegates of one another. */
    public void save(List<Registration> registrations) {
        ask(() -> sql.transaction(connection -> {
            for (Registration each : registrations) {
                write(connection, each.account(), each.password());
            }
            for (Registration each : registrations) {
                delegate(connection, each.account());
            }
            return registrations;
        }));
    }

    private static void delegate(Connection connection, Account account) throws SQLException {
        for (String person : account.delegates()) {
            Delegations.put(connection, Delegation.whole(account.address(), person));
        }
    }

    private static void write(Connection connection, Account account, Optional<String> password) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO account (address, label, kind, custody, seal_clear_mail, structure, password_hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET label = excluded.label,"
                        + " kind = excluded.kind, custody = excluded.custody,"
                        + " seal_clear_mail = excluded.seal_clear_mail, structure = excluded.structure,"
                        + " password_hash = coalesce(excluded.password_hash, account.password_hash)",
                lower(account.address()),
                account.label(),
                account.mailbox().map(box -> box.kind().name()).orElse(null),
                account.mailbox().map(box -> box.custody().name()).orElse(null),
                account.mailbox().map(LocalMailbox::sealClearMail).orElse(false),
                account.mailbox().map(LocalMailbox::structure).orElse(""),
                password.map(PasswordHash::of).orElse(null));
    }

    private Optional<String> hashOf(LoginName name) {
        return ask(() -> sql.first(
                "SELECT password_hash FROM account WHERE address = ? AND password_hash IS NOT NULL",
                row -> row.getString(1),
                name.person()));
    }

    private boolean mayOpen(LoginName name) {
        Instant now = clock.instant();
        return name.ownBox()
                || (mailbox(name.box()).isPresent()
                        && delegations.of(name.person()).stream()
                                .anyMatch(one -> one.box().equals(name.box()) && one.inForce(now)));
    }

    private static LocalMailbox mailbox(ResultSet row) throws SQLException {
        return new LocalMailbox(
                row.getString("address"),
                Kind.valueOf(row.getString("kind")),
                Custody.valueOf(row.getString("custody")),
                row.getBoolean("seal_clear_mail"),
                row.getString("structure"));
    }

    private static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreException e) {
            throw new AccountsUnavailable(e);
        }
    }
}
