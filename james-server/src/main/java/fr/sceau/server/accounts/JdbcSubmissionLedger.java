package fr.sceau.server.accounts;

import fr.sceau.mailets.submission.LedgerUnavailable;
import fr.sceau.mailets.submission.SubmissionLedger;
import java.sql.SQLException;
import javax.inject.Inject;
import javax.inject.Singleton;
import javax.sql.DataSource;

/** The submission ledger in PostgreSQL. */
@Singleton
public final class JdbcSubmissionLedger implements SubmissionLedger {
    private final Sql sql;

    @Inject
    public JdbcSubmissionLedger(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public boolean accepted(String login, String messageId, String sha256) {
        try {
            return !sql.query(
                            "SELECT 1 FROM sceau_submission WHERE login = ? AND message_id = ? AND sha256 = ?",
                            row -> row.getInt(1),
                            login,
                            messageId,
                            sha256)
                    .isEmpty();
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    @Override
    public void record(String login, String messageId, String sha256) {
        try {
            sql.transaction(writes -> writes.update(
                    "INSERT INTO sceau_submission (login, message_id, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    login,
                    messageId,
                    sha256));
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }
}
