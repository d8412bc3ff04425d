package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.ModSeq;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UpdatedFlags;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.jspecify.annotations.Nullable;

/** Changes the flags of messages of one mailbox in one statement, under its lock. What does not change keeps its modseq. */
final class FlagChange {
    private static final String KEYWORDS = "CASE WHEN ? THEN "
            + KeywordSql.union(KeywordSql.except("m.keywords", "?"), "?::text[]")
            + " ELSE ?::text[] END";
    private static final String OLD = "SELECT m.mailbox_id, m.uid, m.modseq, m.content_id, " + FlagSet.MASK
            + " AS mask, m.keywords, (" + FlagSet.MASK + " & ?) | ? AS new_mask, " + KEYWORDS
            + " AS new_keywords FROM message m WHERE m.mailbox_id = ? AND ";
    private static final String CHANGE =
            "), changed AS (SELECT * FROM old WHERE mask <> new_mask OR keywords <> new_keywords),"
                    + " box AS (UPDATE mailbox b SET highest_modseq = b.highest_modseq + 1, unseen = b.unseen"
                    + " + (SELECT count(*) FILTER (WHERE new_mask & 32 = 0) - count(*) FILTER (WHERE mask & 32 = 0) FROM changed),"
                    + " keywords = " + KeywordSql.union("b.keywords", "?::text[]")
                    + " WHERE b.id = ? AND EXISTS (SELECT 1 FROM changed) RETURNING b.highest_modseq),"
                    + " done AS (UPDATE message m SET modseq = box.highest_modseq, keywords = n.new_keywords,"
                    + " answered = (n.new_mask & 1) <> 0, deleted = (n.new_mask & 2) <> 0, draft = (n.new_mask & 4) <> 0,"
                    + " flagged = (n.new_mask & 8) <> 0, recent = (n.new_mask & 16) <> 0, seen = (n.new_mask & 32) <> 0"
                    + " FROM changed n, box WHERE m.mailbox_id = n.mailbox_id AND m.uid = n.uid),"
                    + " trace AS (INSERT INTO change (mailbox_id, modseq, uid, kind)"
                    + " SELECT n.mailbox_id, box.highest_modseq, n.uid, 'f' FROM changed n, box)"
                    + " SELECT o.uid, CASE WHEN n.uid IS NULL THEN o.modseq ELSE box.highest_modseq END, o.content_id,"
                    + " o.mask, o.keywords, o.new_mask, o.new_keywords, " + Judged.OF_RECORD
                    + " FROM old o LEFT JOIN changed n ON n.uid = o.uid LEFT JOIN box ON true"
                    + " LEFT JOIN side_record s ON s.content_id = o.content_id ORDER BY o.uid";

    private static final String CHANGED_SINCE =
            "SELECT uid FROM message WHERE mailbox_id = ? AND uid BETWEEN ? AND ? AND modseq > ? ORDER BY uid";

    private final String where;
    private final List<@Nullable Object> which;

    private FlagChange(String where, @Nullable Object... which) {
        this.where = where;
        this.which = Arrays.asList(which);
    }

    static FlagChange ofRange(long from, long to) {
        return new FlagChange("m.uid BETWEEN ? AND ?", from, to);
    }

    static FlagChange ofContent(UUID content) {
        return new FlagChange("m.content_id = ?", content);
    }

    static FlagChange ofRecent() {
        return new FlagChange("m.recent");
    }

    /** The flags before and after of all messages that were meant, in the order of their uids. */
    List<UpdatedFlags> make(Connection c, long mailbox, FlagsUpdateCalculator calculator) throws SQLException {
        List<String> known = MailboxLocks.take(c, List.of(mailbox)).get(mailbox);
        return known == null ? List.of() : make(c, mailbox, calculator, known);
    }

    /** The same for those whose modseq is not above that one, under one lock with the look at the others. */
    static ConditionalFlags.Outcome unchangedSince(
            Connection c, long mailbox, FlagsUpdateCalculator calculator, MessageRange set, long modSeq)
            throws SQLException {
        List<String> known = MailboxLocks.take(c, List.of(mailbox)).get(mailbox);
        if (known == null) {
            return ConditionalFlags.Outcome.NOTHING;
        }
        long from = set.getUidFrom().asLong();
        long to = set.getUidTo().asLong();
        List<MessageUid> refused =
                Sql.query(c, CHANGED_SINCE, row -> MessageUid.of(row.getLong(1)), mailbox, from, to, modSeq);
        FlagChange rest = new FlagChange("m.uid BETWEEN ? AND ? AND m.modseq <= ?", from, to, modSeq);
        return new ConditionalFlags.Outcome(rest.make(c, mailbox, calculator, known), refused);
    }

    private List<UpdatedFlags> make(Connection c, long mailbox, FlagsUpdateCalculator calculator, List<String> known)
            throws SQLException {
        FlagRule rule = FlagRule.of(calculator, known);
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(rule.keep());
        parameters.add(rule.set());
        parameters.addAll(keywords(rule));
        parameters.add(mailbox);
        parameters.addAll(which);
        parameters.add(Sql.texts(rule.add()));
        parameters.add(mailbox);
        String statement = "WITH old AS (" + OLD + where + CHANGE;
        return Sql.query(c, statement, FlagChange::read, parameters.toArray());
    }

    /** In the order of the question marks of {@link #KEYWORDS}. */
    private static List<Object> keywords(FlagRule rule) {
        Sql.Values drop = Sql.texts(rule.drop());
        Sql.Values add = Sql.texts(rule.add());
        return List.of(rule.keepKeywords(), drop, add, drop, add);
    }

    private static UpdatedFlags read(ResultSet row) throws SQLException {
        List<String> judged = FlagSet.words(row, 8);
        return UpdatedFlags.builder()
                .uid(MessageUid.of(row.getLong(1)))
                .modSeq(ModSeq.of(row.getLong(2)))
                .messageId(new ContentId(row.getObject(3, UUID.class)))
                .oldFlags(FlagSet.read(row, 4).toFlags(judged))
                .newFlags(FlagSet.read(row, 6).toFlags(judged))
                .build();
    }
}
