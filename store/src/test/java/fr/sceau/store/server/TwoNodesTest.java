package fr.sceau.store.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageManager.AppendCommand;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.junit.jupiter.api.Test;

/** Two servers that share nothing but the database change the same two mailboxes. */
final class TwoNodesTest {
    private static final Username MARIE = Username.of("marie@cabinet.test");
    private static final MailboxPath INBOX = MailboxPath.inbox(MARIE);
    private static final MailboxPath OTHER = MailboxPath.forUser(MARIE, "Labo");
    private static final int THREADS_A_NODE = 2;
    private static final int STEPS = 40;

    private final TestStore first = TestStore.open();
    private final Sql sql = new Sql(first.database());

    @Test
    void uids_modseqs_counters_and_change_rows_stay_true() throws Exception {
        MailboxSession session = first.getMailboxManager().createSystemSession(MARIE);
        first.getMailboxManager().createMailbox(INBOX, session);
        first.getMailboxManager().createMailbox(OTHER, session);
        try (HikariDataSource pool = TestPostgres.secondPool()) {
            run(List.of(first, new TestStore(pool, TestStore.Around.usual())));
        }
        assertThat(count("SELECT count(*) FROM change")).isGreaterThan(STEPS);
        assertThat(count("SELECT count(*) FROM change WHERE kind = 'x'")).isPositive();
        everyUidWasAddedOnce();
        everyModSeqHasItsChange();
        everyMessageStandsAtItsLastChange();
        countersSayWhatIsThere();
    }

    private static void run(List<TestStore> nodes) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size() * THREADS_A_NODE);
        try {
            List<Callable<Integer>> jobs = new ArrayList<>();
            for (int i = 0; i < nodes.size() * THREADS_A_NODE; i++) {
                TestStore node = nodes.get(i % nodes.size());
                Random random = new Random(i);
                jobs.add(() -> work(node, random));
            }
            for (Future<Integer> job : threads.invokeAll(jobs)) {
                assertThat(job.get()).isEqualTo(STEPS);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int work(TestStore node, Random random) throws Exception {
        SceauMailboxManager manager = node.getMailboxManager();
        MailboxSession session = manager.createSystemSession(MARIE);
        for (int step = 0; step < STEPS; step++) {
            boolean forth = random.nextBoolean();
            step(manager, session, forth ? INBOX : OTHER, forth ? OTHER : INBOX, random);
        }
        return STEPS;
    }

    private static void step(
            SceauMailboxManager manager, MailboxSession session, MailboxPath here, MailboxPath there, Random random)
            throws Exception {
        MessageManager box = manager.getMailbox(here, session);
        MessageRange range =
                MessageRange.range(MessageUid.of(1 + random.nextInt(20)), MessageUid.of(20 + random.nextInt(20)));
        switch (random.nextInt(7)) {
            case 0 ->
                manager.copyMessages(MessageRange.one(MessageUid.of(1 + random.nextInt(40))), here, there, session);
            case 1 ->
                manager.moveMessages(MessageRange.one(MessageUid.of(1 + random.nextInt(40))), here, there, session);
            case 2 -> box.setFlags(new Flags(Flags.Flag.SEEN), FlagsUpdateMode.ADD, range, session);
            case 3 -> box.setFlags(new Flags(Flags.Flag.SEEN), FlagsUpdateMode.REMOVE, range, session);
            case 4 -> {
                MessageRange one = MessageRange.one(MessageUid.of(1 + random.nextInt(40)));
                box.setFlags(new Flags(Flags.Flag.DELETED), FlagsUpdateMode.ADD, one, session);
                box.expunge(MessageRange.all(), session);
            }
            default ->
                box.appendMessage(
                        AppendCommand.builder().build("Subject: x\r\n\r\ncorps".getBytes(StandardCharsets.UTF_8)),
                        session);
        }
    }

    private void everyUidWasAddedOnce() {
        none("SELECT 1 FROM change WHERE kind = 'a' GROUP BY mailbox_id, uid HAVING count(*) > 1");
        none("SELECT 1 FROM mailbox m WHERE m.last_uid <>"
                + " (SELECT count(*) FROM change c WHERE c.mailbox_id = m.id AND c.kind = 'a')");
    }

    private void everyModSeqHasItsChange() {
        none("SELECT 1 FROM mailbox m WHERE m.highest_modseq <>"
                + " 1 + (SELECT count(DISTINCT c.modseq) FROM change c WHERE c.mailbox_id = m.id)"
                + " OR m.highest_modseq <> (SELECT max(c.modseq) FROM change c WHERE c.mailbox_id = m.id)");
    }

    private void everyMessageStandsAtItsLastChange() {
        String last = "SELECT DISTINCT ON (mailbox_id, uid) mailbox_id, uid, modseq, kind FROM change"
                + " ORDER BY mailbox_id, uid, modseq DESC";
        none(
                "SELECT 1 FROM message m FULL JOIN (" + last + ") c USING (mailbox_id, uid) WHERE CASE"
                        + " WHEN m.uid IS NULL THEN c.kind <> 'x' ELSE c.kind IS NULL OR c.kind = 'x' OR c.modseq <> m.modseq END");
    }

    private void countersSayWhatIsThere() {
        none("SELECT 1 FROM mailbox b WHERE (messages, unseen, octets) <> (SELECT count(*),"
                + " count(*) FILTER (WHERE NOT seen), coalesce(sum(c.octets), 0) FROM message m"
                + " JOIN content c ON c.id = m.content_id WHERE m.mailbox_id = b.id)");
        none("SELECT 1 FROM content c WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.content_id = c.id)");
    }

    private void none(String wrong) {
        assertThat(sql.query(wrong, row -> row.getInt(1))).as(wrong).isEmpty();
    }

    private long count(String statement) {
        return sql.first(statement, row -> row.getLong(1)).orElseThrow();
    }
}
