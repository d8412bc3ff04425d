package fr.sceau.server.accounts;

import fr.sceau.mailets.submission.LedgerUnavailable;
import fr.sceau.mailets.submission.SubmissionLedger;
import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.sql.DataSource;

/** The submission ledger in PostgreSQL. */
@Singleton
public final class JdbcSubmissionLedger implements SubmissionLedger {
    // The mail is in the queue already: a crash of the database that forgets this line costs at most a duplicate, when
    // the
    // client had no answer either. So nobody waits for the disk a second time.
    private static final String RECORD = "WITH relaxed AS MATERIALIZED"
            + " (SELECT set_config('synchronous_commit', 'off', true) AS setting)"
            + " INSERT INTO submission (login, message_id, sha256, octets) SELECT ?, ?, ?, ? FROM relaxed WHERE setting = 'off'"
            + " ON CONFLICT DO NOTHING";

    private final Sql sql;

    @Inject
    public JdbcSubmissionLedger(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public boolean accepted(String login, String messageId, String sha256) {
        try {
            return sql.first(
                            "SELECT 1 FROM submission WHERE login = ? AND message_id = ? AND sha256 = ?",
                            row -> row.getInt(1),
                            login,
                            digest(messageId),
                            sha256)
                    .isPresent();
        } catch (StoreException e) {
            throw new LedgerUnavailable(e);
        }
    }

    @Override
    public void record(String login, String messageId, String sha256, long octets) {
        try {
            sql.update(RECORD, login, digest(messageId), sha256, octets);
        } catch (StoreException e) {
            throw new LedgerUnavailable(e);
        }
    }

    /** A Message-ID may be longer than an index takes, and hold what PostgreSQL does not: its SHA-256 stands for it. */
    public static String digest(String messageId) {
        try {
            byte[] bytes = messageId.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
