package fr.sceau.server.accounts;

import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.mailets.accounts.Logins;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.sql.DataSource;

/** Accounts in PostgreSQL. Every method throws {@link AccountsUnavailable} while the database is away. */
@Singleton
public final class JdbcAccounts implements Accounts, Logins {
    /** A hash of nobody's password: an unknown login costs the same time as a known one. */
    private static final String NOBODY = PasswordHash.of("nobody");

    private final Sql sql;

    @Inject
    public JdbcAccounts(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Optional<LocalMailbox> mailbox(String address) {
        return ask(() -> sql
                .query(
                        "SELECT address, kind, custody, seal_clear_mail, structure FROM sceau_account"
                                + " WHERE address = ? AND kind IS NOT NULL",
                        JdbcAccounts::mailbox,
                        lower(address))
                .stream()
                .findFirst());
    }

    @Override
    public Set<String> mailboxesFor(String login) {
        return LoginName.parse(login)
                .map(name -> ask(() -> Set.copyOf(sql.query(
                        "SELECT address FROM sceau_account WHERE address = ? AND kind IS NOT NULL"
                                + " UNION SELECT box FROM sceau_delegate WHERE person = ?",
                        row -> row.getString(1),
                        name.person(),
                        name.person()))))
                .orElse(Set.of());
    }

    @Override
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
                "SELECT address FROM sceau_account WHERE kind IS NOT NULL ORDER BY address", row -> row.getString(1)));
    }

    /** Creates or changes an account and its delegates in one transaction; the password stays when none is given. */
    public void save(Account account, Optional<String> password) {
        ask(() -> {
            sql.transaction(writes -> {
                writes.update(
                        "INSERT INTO sceau_account (address, label, kind, custody, seal_clear_mail, structure, password_hash)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET label = excluded.label,"
                                + " kind = excluded.kind, custody = excluded.custody,"
                                + " seal_clear_mail = excluded.seal_clear_mail, structure = excluded.structure,"
                                + " password_hash = coalesce(excluded.password_hash, sceau_account.password_hash)",
                        lower(account.address()),
                        account.label(),
                        account.mailbox().map(box -> box.kind().name()).orElse(null),
                        account.mailbox().map(box -> box.custody().name()).orElse(null),
                        account.mailbox().map(LocalMailbox::sealClearMail).orElse(false),
                        account.mailbox().map(LocalMailbox::structure).orElse(""),
                        password.map(PasswordHash::of).orElse(null));
                writes.update("DELETE FROM sceau_delegate WHERE box = ?", lower(account.address()));
                for (String person : account.delegates()) {
                    writes.update(
                            "INSERT INTO sceau_delegate (box, person) VALUES (?, ?)",
                            lower(account.address()),
                            lower(person));
                }
            });
            return Optional.empty();
        });
    }

    private Optional<String> hashOf(LoginName name) {
        return ask(() -> sql
                .query(
                        "SELECT password_hash FROM sceau_account WHERE address = ? AND password_hash IS NOT NULL",
                        row -> row.getString(1),
                        name.person())
                .stream()
                .findFirst());
    }

    private boolean mayOpen(LoginName name) {
        return mailbox(name.box()).isPresent()
                && (name.ownBox()
                        || ask(() -> !sql.query(
                                        "SELECT 1 FROM sceau_delegate WHERE box = ? AND person = ?",
                                        row -> row.getInt(1),
                                        name.box(),
                                        name.person())
                                .isEmpty()));
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

    private static <T> T ask(Question<T> question) {
        try {
            return question.answer();
        } catch (SQLException e) {
            throw new AccountsUnavailable(e);
        }
    }

    private interface Question<T> {
        T answer() throws SQLException;
    }
}
