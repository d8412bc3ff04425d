package fr.sceau.store.delivery;

import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.inject.Inject;
import javax.sql.DataSource;

/** The records beside delivered messages. Only a delivery writes one: what a client puts into a mailbox has none. */
public final class SideRecords {
    private static final String ADD = "INSERT INTO side_record (content_id, mail, verdict, evidence, origin, documents)"
            + " VALUES (?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)";
    private static final String OF = "SELECT content_id, mail, verdict, evidence::text, origin::text, documents::text,"
            + " recorded FROM side_record WHERE content_id = ?";

    private final Sql sql;

    @Inject
    public SideRecords(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Empty for what the server has not judged. */
    public Optional<SideRecord> of(UUID content) {
        return sql.first(OF, SideRecords::read, content);
    }

    static void add(Connection connection, UUID content, UUID mail, Findings findings) throws SQLException {
        Sql.update(
                connection,
                ADD,
                content,
                mail,
                findings.verdict(),
                findings.evidence(),
                findings.origin(),
                findings.documents());
    }

    private static SideRecord read(ResultSet row) throws SQLException {
        return new SideRecord(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Findings(row.getString(3), row.getString(4), row.getString(5), row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
