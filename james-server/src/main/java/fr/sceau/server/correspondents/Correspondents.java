package fr.sceau.server.correspondents;

import fr.sceau.directory.client.Format;
import fr.sceau.directory.client.Oversize;
import fr.sceau.directory.client.PastDeliveries;
import fr.sceau.store.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.sql.DataSource;

/** What is remembered of the mailboxes of others, to be looked at and to be forgotten. */
public final class Correspondents {
    private static final String KNOWN = """
            SELECT address, last_success, last_failure, code, closed_days, failing_days, formats, too_large, too_large_at
            FROM correspondent
            """;

    private final Sql sql;

    @Inject
    public Correspondents(DataSource database) {
        this.sql = new Sql(database);
    }

    public Optional<PastDeliveries> find(String address) {
        String asked = address.strip().toLowerCase(Locale.ROOT);
        return sql.first(KNOWN + "WHERE address = ?", Correspondents::past, asked);
    }

    /** Those that mail has failed for since the last success, the latest failure first. */
    public List<PastDeliveries> failing(int most) {
        return sql.query(
                KNOWN + "WHERE closed_days + failing_days > 0 ORDER BY last_failure DESC, address LIMIT ?",
                Correspondents::past,
                most);
    }

    /** Forgets those that nothing is known of since then. How many there were. */
    public int forget(Instant before) {
        return sql.update("""
                DELETE FROM correspondent
                WHERE coalesce(greatest(last_success, last_failure, taken_since, too_large_at), '-infinity') < ?
                """, before);
    }

    private static PastDeliveries past(ResultSet row) throws SQLException {
        return new PastDeliveries(
                row.getString("address"),
                time(row, "last_success"),
                time(row, "last_failure"),
                row.getString("code"),
                row.getInt("closed_days"),
                row.getInt("failing_days"),
                formats((Object[]) row.getArray("formats").getArray()),
                tooLarge(row));
    }

    private static Set<Format> formats(Object[] words) {
        return Arrays.stream(words)
                .flatMap(word -> Format.of(word.toString()).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<Oversize> tooLarge(ResultSet row) throws SQLException {
        long octets = row.getLong("too_large"); // 0 for none
        return octets == 0 ? Optional.empty() : time(row, "too_large_at").map(at -> new Oversize(octets, at));
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
