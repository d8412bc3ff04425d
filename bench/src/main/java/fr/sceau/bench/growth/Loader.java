package fr.sceau.bench.growth;

import fr.sceau.bench.measure.Progress;

/**
 * Fills mailboxes inside the database. A few messages that came in by IMAP are the patterns: every new message is a content
 * of its own, octet for octet one of them, with the summary that the server itself wrote.
 */
public final class Loader {
    private static final int UNSEEN = 20; // one in so many
    private static final int STEP = 5000;
    private static final int BOXES_AT_ONCE = 500;

    private static final String IDENTIFIER = // RFC 9562 5.7, as the store makes them
            "(lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7'"
                    + " || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid";
    private static final String CONTENTS = "INSERT INTO content (id, octets, header, summary)"
            + " SELECT f.id, c.octets, c.header, c.summary FROM fresh f JOIN content c ON c.id = f.pattern ORDER BY f.id";
    private static final String CHUNKS = "INSERT INTO content_chunk (content_id, number, octets)"
            + " SELECT f.id, c.number, c.octets FROM fresh f JOIN content_chunk c ON c.content_id = f.pattern ORDER BY f.id";
    private static final String MESSAGES = "INSERT INTO message (mailbox_id, uid, modseq, content_id, thread_id,"
            + " internal_date, save_date, answered, deleted, draft, flagged, recent, seen)"
            + " SELECT box, uid, modseq, id, id, now(), now(), false, false, false, false, false, uid % " + UNSEEN
            + " <> 0 FROM fresh"
            + " ORDER BY box, uid";
    private static final String CHANGES = "INSERT INTO change (mailbox_id, modseq, uid, kind)"
            + " SELECT box, modseq, uid, 'a' FROM fresh ORDER BY box, uid";
    private static final String COUNTERS = "UPDATE mailbox b SET last_uid = n.uid, highest_modseq = n.modseq,"
            + " messages = b.messages + n.messages, unseen = b.unseen + n.unseen, octets = b.octets + n.octets"
            + " FROM (SELECT f.box, max(f.uid) AS uid, max(f.modseq) AS modseq, count(*) AS messages,"
            + " count(*) FILTER (WHERE f.uid % " + UNSEEN + " = 0) AS unseen, sum(c.octets) AS octets"
            + " FROM fresh f JOIN content c ON c.id = f.id GROUP BY f.box) n WHERE n.box = b.id";

    private final Store store;
    private final long patterns;

    /** @param patterns the number of the mailbox that holds them */
    public Loader(Store store, long patterns) {
        this.store = store;
        this.patterns = patterns;
    }

    /** Whether a loaded message has been read. */
    static boolean isSeen(long uid) {
        return uid % UNSEEN != 0;
    }

    /** The number of somebody's mailbox. */
    public static long mailbox(Store store, String owner, String name) {
        return store.number("SELECT id FROM mailbox WHERE owner = ? AND name = ?", owner, name);
    }

    /** Adds messages until the mailbox holds so many. */
    public void fill(long box, long messages) {
        long have = store.number("SELECT messages FROM mailbox WHERE id = ?", box);
        Progress progress = new Progress("chargement de " + messages, messages - have);
        for (long done = 0; done < messages - have; done += STEP) {
            long count = Math.min(STEP, messages - have - done);
            store.transaction(() -> add("WHERE b.id = " + box, count));
            progress.at(done + count);
        }
    }

    /** Adds mailboxes of people who never come, each with a few messages. */
    public void strangers(int boxes, int messages, String domain) {
        Progress progress = new Progress(boxes + " boîtes de " + messages, boxes);
        for (int done = 0; done < boxes; done += BOXES_AT_ONCE) {
            int from = done + 1;
            int to = Math.min(boxes, done + BOXES_AT_ONCE);
            store.transaction(() -> {
                store.update(
                        "INSERT INTO account (address, label, kind, custody) SELECT 'banc.foule' || g || '@' || ?,"
                                + " 'Banc', 'ORG', 'OWNER' FROM generate_series(?, ?) g",
                        domain,
                        from,
                        to);
                store.update(
                        "INSERT INTO mailbox (namespace, owner, name, uid_validity) SELECT p.namespace, 'banc.foule' || g"
                                + " || '@' || ?, 'INBOX', p.uid_validity FROM generate_series(?, ?) g, mailbox p WHERE p.id = ?",
                        domain,
                        from,
                        to,
                        patterns);
                add("WHERE b.owner LIKE 'banc.foule%' AND b.messages = 0", messages);
            });
            progress.at(to);
        }
    }

    /** So that the planner knows what became of the tables, as autovacuum would tell it within minutes. */
    public void settle() {
        store.update("VACUUM ANALYZE");
    }

    private void add(String which, long each) {
        store.update("CREATE TEMPORARY TABLE fresh ON COMMIT DROP AS"
                + " WITH pattern AS (SELECT content_id, row_number() OVER (ORDER BY uid) - 1 AS n FROM message WHERE mailbox_id = "
                + patterns + ")"
                + " SELECT " + IDENTIFIER + " AS id, p.content_id AS pattern, b.id AS box, b.last_uid + g AS uid,"
                + " b.highest_modseq + g AS modseq FROM mailbox b CROSS JOIN generate_series(1, " + each + ") g"
                + " JOIN pattern p ON p.n = g % (SELECT count(*) FROM pattern) " + which + " ORDER BY b.id, g");
        for (String statement : new String[] {CONTENTS, CHUNKS, MESSAGES, CHANGES, COUNTERS}) {
            store.update(statement);
        }
    }
}
