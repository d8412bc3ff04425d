package fr.sceau.store.message;

import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.mailbox.MailboxState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.mailbox.MessageUid;

/**
 * What a client has to hear of a mailbox: what is in it at one moment, and from there on every change in the order of the
 * modseqs (RFC 7162 3.1). All is read from the rows that the changing transactions wrote, so nothing is ever missed.
 */
public final class MailboxChanges {
    private static final String KEYWORDS = "m.keywords";
    private static final String UIDS = "ARRAY(SELECT uid FROM message WHERE mailbox_id = m.id ORDER BY uid)";
    private static final String OPEN =
            "SELECT " + MailboxState.COLUMNS + ", " + KEYWORDS + ", " + UIDS + " FROM mailbox m WHERE m.id = ?";
    private static final String STATE =
            "SELECT " + MailboxState.COLUMNS + ", " + KEYWORDS + " FROM mailbox m WHERE m.id = ?";
    private static final String NOW = "SELECT m.highest_modseq, " + KEYWORDS + " FROM mailbox m WHERE m.id = ?";
    private static final String CHANGES = "SELECT modseq, uid, kind::text FROM change"
            + " WHERE mailbox_id = ? AND modseq > ? AND modseq <= ? ORDER BY modseq, uid";
    private static final String EXPUNGED =
            "SELECT DISTINCT uid FROM change WHERE mailbox_id = ? AND modseq > ? AND kind = 'x' ORDER BY uid";
    private static final String ADDED = "SELECT modseq, uid, kind::text FROM change"
            + " WHERE mailbox_id = ? AND modseq > ? AND kind = 'a' ORDER BY uid";
    private static final String CHANGED =
            "SELECT uid FROM change WHERE mailbox_id = ? AND modseq > ? AND kind <> 'x' ORDER BY modseq, uid LIMIT ?";

    private final Sql sql;

    @Inject
    public MailboxChanges(DataSource database) {
        this.sql = new Sql(database);
    }

    /** A mailbox at one moment, with the uids of all its messages in order. Empty when there is none of that number. */
    public Optional<Opened> open(MailboxNumber mailbox) {
        return sql.first(
                OPEN,
                row -> new Opened(
                        MailboxState.of(row),
                        keywords(row, MailboxState.WIDTH + 1),
                        numbers(row.getArray(MailboxState.WIDTH + 2)).stream()
                                .map(MessageUid::of)
                                .toList()),
                mailbox.value());
    }

    /** The same for who knows it as it was at {@code modSeq}: {@code changes} lead from there to {@code state}. */
    public Optional<Reopened> reopen(MailboxNumber mailbox, long modSeq) {
        return sql.first(
                        STATE,
                        row -> new Reopened(MailboxState.of(row), keywords(row, MailboxState.WIDTH + 1), List.of()),
                        mailbox.value())
                .map(now -> new Reopened(
                        now.state(),
                        now.keywords(),
                        changes(mailbox, modSeq, now.state().highestModSeq().asLong())));
    }

    /** What has changed after {@code modSeq}. Empty when the mailbox is gone. */
    public Optional<News> since(MailboxNumber mailbox, long modSeq) {
        return sql.first(NOW, row -> new News(row.getLong(1), keywords(row, 2), List.of()), mailbox.value())
                .map(now -> new News(now.modSeq(), now.keywords(), changes(mailbox, modSeq, now.modSeq())));
    }

    /** The uids of all messages that were expunged after {@code modSeq}, in order. */
    public List<Long> expungedSince(MailboxNumber mailbox, long modSeq) {
        return sql.query(EXPUNGED, row -> row.getLong(1), mailbox.value(), modSeq);
    }

    /** Every message that came after {@code modSeq}, also where it is gone again. */
    public List<Change> addedSince(MailboxNumber mailbox, long modSeq) {
        return sql.query(ADDED, MailboxChanges::change, mailbox.value(), modSeq);
    }

    /**
     * The uids of messages that came or changed after {@code modSeq}, each once and in order, also where they are gone again;
     * none if there are more than {@code most} changes, several of one message counted each.
     */
    public Optional<List<Long>> changedSince(MailboxNumber mailbox, long modSeq, int most) {
        List<Long> uids = sql.query(CHANGED, row -> row.getLong(1), mailbox.value(), modSeq, most + 1);
        return Optional.of(uids)
                .filter(found -> found.size() <= most)
                .map(found -> found.stream().distinct().sorted().toList());
    }

    private List<Change> changes(MailboxNumber mailbox, long after, long upTo) {
        return after >= upTo ? List.of() : sql.query(CHANGES, MailboxChanges::change, mailbox.value(), after, upTo);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(row.getLong(1), MessageUid.of(row.getLong(2)), Kind.of(row.getString(3)));
    }

    private static List<String> keywords(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static List<Long> numbers(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    /** A mailbox at one moment. */
    public record Opened(MailboxState state, List<String> keywords, List<MessageUid> uids) {}

    /** A mailbox at one moment, and how it came there. */
    public record Reopened(MailboxState state, List<String> keywords, List<Change> changes) {}

    /** All changes up to {@code modSeq}. */
    public record News(long modSeq, List<String> keywords, List<Change> changes) {}

    /** One change of one message. */
    public record Change(long modSeq, MessageUid uid, Kind kind) {}

    /** What happened to a message. */
    public enum Kind {
        ADDED,
        FLAGS,
        EXPUNGED;

        private static Kind of(String letter) {
            return switch (letter) {
                case "a" -> ADDED;
                case "f" -> FLAGS;
                case "x" -> EXPUNGED;
                default -> throw new IllegalArgumentException("No kind of change: " + letter);
            };
        }
    }
}
