package fr.sceau.store.mailbox;

import fr.sceau.store.database.Blocking;
import fr.sceau.store.database.Sql;
import javax.sql.DataSource;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxId;

/** Reads the counters of a mailbox' row and draws from them; the row's lock makes every number unique. */
final class Counters {
    private final Sql sql;

    Counters(DataSource database) {
        this.sql = new Sql(database);
    }

    long lastUid(MailboxId mailbox) throws MailboxException {
        return number("SELECT last_uid FROM mailbox WHERE id = ?", mailbox);
    }

    long nextUid(MailboxId mailbox) throws MailboxException {
        return number("UPDATE mailbox SET last_uid = last_uid + 1 WHERE id = ? RETURNING last_uid", mailbox);
    }

    long highestModSeq(MailboxId mailbox) throws MailboxException {
        return number("SELECT highest_modseq FROM mailbox WHERE id = ?", mailbox);
    }

    long nextModSeq(MailboxId mailbox) throws MailboxException {
        return number(
                "UPDATE mailbox SET highest_modseq = highest_modseq + 1 WHERE id = ? RETURNING highest_modseq",
                mailbox);
    }

    private long number(String statement, MailboxId mailbox) throws MailboxException {
        long row = MailboxNumber.of(mailbox).value();
        return Blocking.now(() -> sql.first(statement, result -> result.getLong(1), row)
                .orElseThrow(() -> new MailboxNotFoundException(mailbox)));
    }
}
