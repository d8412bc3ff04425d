package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.MailboxCounters;
import org.apache.james.mailbox.model.MailboxId;

/** What SELECT and STATUS ask of a mailbox: from its row, or from an index of the few messages concerned. */
final class MailboxFacts {
    private final Sql sql;

    MailboxFacts(DataSource database) {
        this.sql = new Sql(database);
    }

    MailboxCounters counters(MailboxId id) throws MailboxException {
        return sql.first(
                        "SELECT messages, unseen FROM mailbox WHERE id = ?",
                        row -> MailboxCounters.builder()
                                .mailboxId(id)
                                .count(row.getLong(1))
                                .unseen(row.getLong(2))
                                .build(),
                        MailboxNumber.of(id).value())
                .orElseThrow(() -> new MailboxNotFoundException(id));
    }

    Optional<MessageUid> lastUid(long mailbox) {
        return sql.first("SELECT last_uid FROM mailbox WHERE id = ? AND last_uid > 0", row -> row.getLong(1), mailbox)
                .map(MessageUid::of);
    }

    ModSeq highestModSeq(long mailbox) {
        return sql.first("SELECT highest_modseq FROM mailbox WHERE id = ?", row -> row.getLong(1), mailbox)
                .map(ModSeq::of)
                .orElse(ModSeq.first());
    }

    List<String> keywords(long mailbox) {
        return sql.query("SELECT k FROM mailbox, unnest(keywords) k WHERE id = ?", row -> row.getString(1), mailbox);
    }

    Optional<MessageUid> firstUnseen(long mailbox) {
        return uids("NOT seen ORDER BY uid LIMIT 1", mailbox).stream().findFirst();
    }

    List<MessageUid> recent(long mailbox) {
        return uids("recent ORDER BY uid", mailbox);
    }

    List<MessageUid> deleted(long mailbox, long from, long to) {
        return uids("deleted AND uid BETWEEN ? AND ? ORDER BY uid", mailbox, from, to);
    }

    private List<MessageUid> uids(String which, Object... parameters) {
        return sql.query(
                "SELECT uid FROM message WHERE mailbox_id = ? AND " + which,
                row -> MessageUid.of(row.getLong(1)),
                parameters);
    }
}
