package fr.sceau.server.accounts;

import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.sql.DataSource;

/**
 * Who may use whose box, and until when: the table {@code delegation}, always as it is now. Every method throws
 * {@link AccountsUnavailable} while the database is away.
 */
@Singleton
public final class Delegations {
    private static final String SELECT = "SELECT box, person, rights, since, until FROM delegation WHERE ";

    private final Sql sql;

    @Inject
    public Delegations(DataSource database) {
        this.sql = new Sql(database);
    }

    /** What a person was given, past and future included. */
    public List<Delegation> of(String person) {
        return ask(() -> sql.query(SELECT + "person = ? ORDER BY box", Delegations::read, lower(person)));
    }

    /** To whom a box was given, past and future included. */
    public List<Delegation> on(String box) {
        return ask(() -> sql.query(SELECT + "box = ? ORDER BY person", Delegations::read, lower(box)));
    }

    /** Takes the place of what the person had on that box. */
    public void put(Delegation delegation) {
        ask(() -> sql.transaction(connection -> put(connection, delegation)));
    }

    /** Whether there was anything to take away. */
    public boolean remove(String box, String person) {
        return ask(() -> sql.update("DELETE FROM delegation WHERE box = ? AND person = ?", lower(box), lower(person)))
                > 0;
    }

    static int put(Connection connection, Delegation delegation) throws SQLException {
        return Sql.update(
                connection,
                "INSERT INTO delegation (box, person, rights, since, until)"
                        + " VALUES (?, ?, ?, coalesce(?, timestamptz '-infinity'), coalesce(?, timestamptz 'infinity'))"
                        + " ON CONFLICT (box, person) DO UPDATE"
                        + " SET rights = excluded.rights, since = excluded.since, until = excluded.until",
                lower(delegation.box()),
                lower(delegation.person()),
                Share.letters(delegation.shares()),
                delegation.since().equals(Delegation.ALWAYS) ? null : delegation.since(),
                delegation.until().equals(Delegation.FOREVER) ? null : delegation.until());
    }

    private static Delegation read(ResultSet row) throws SQLException {
        return new Delegation(
                row.getString("box"),
                row.getString("person"),
                Share.parse(row.getString("rights")),
                moment(row, "since"),
                moment(row, "until"));
    }

    /** PostgreSQL's infinities come as the ends of {@link OffsetDateTime}. */
    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        if (value.equals(OffsetDateTime.MIN)) {
            return Delegation.ALWAYS;
        }
        return value.equals(OffsetDateTime.MAX) ? Delegation.FOREVER : value.toInstant();
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
