package fr.sceau.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.ContentId;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.MessageTransfers.Transfer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.mail.Flags;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MessageManager.FlagsUpdateMode;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.FlagsUpdateCalculator;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.util.streams.Iterators;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What concerns ten messages reads about ten, in a large mailbox among so many small ones that the planner takes every
 * mailbox for a small one. The rows are counted by PostgreSQL.
 */
final class ReadingCostTest {
    private static final long LARGE = 1;
    private static final long SMALL = 2;
    private static final int MESSAGES = 20_000;
    private static final int SMALL_ONES = 4_000;
    private static final long FEW = 300;

    private static final Mailbox BOX = mailbox(LARGE);
    private static final MessageRange TEN = range(10_001, 10_010);

    private static HikariDataSource one;
    private static Sql sql;
    private static JdbcMessageMapper mapper;

    @BeforeAll
    static void fill() {
        HikariDataSource pool = (HikariDataSource) TestPostgres.fresh();
        Sql first = new Sql(pool);
        first.update(
                "INSERT INTO mailbox (namespace, owner, name, uid_validity, last_uid, highest_modseq, messages, unseen,"
                        + " octets)"
                        + " SELECT '#private', 'p' || b || '@cabinet.test', 'INBOX', 42, n, n, n, n, 100 * n FROM"
                        + " (SELECT b, CASE b WHEN 1 THEN ? ELSE 5 END AS n FROM generate_series(1, ?) b) boxes",
                MESSAGES,
                SMALL_ONES);
        first.update("CREATE TABLE filled AS SELECT gen_random_uuid() AS id, b.id AS mailbox, n AS uid"
                + " FROM mailbox b, generate_series(1, b.messages) n");
        first.update("INSERT INTO content (id, octets, header) SELECT id, 100, 'Subject: a' FROM filled");
        first.update("INSERT INTO message (mailbox_id, uid, modseq, content_id, thread_id, internal_date,"
                + " answered, deleted, draft, flagged, recent, seen)"
                + " SELECT mailbox, uid, uid, id, id, now(), false, false, false, false, false, false FROM filled");
        first.update("INSERT INTO change (mailbox_id, modseq, uid, kind) SELECT mailbox, uid, uid, 'a' FROM filled");
        first.update("DROP TABLE filled");
        first.update("ANALYZE");
        one = oneConnection();
        sql = new Sql(one);
        letOthersLeave(pool);
        mapper = new JdbcMessageMapper(one, Clock.systemUTC());
    }

    /** What they read is counted seconds after they came to rest, or when they leave. */
    private static void letOthersLeave(HikariDataSource pool) {
        List<Long> others = sql.query(
                "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
                row -> row.getLong(1));
        pool.getHikariPoolMXBean().softEvictConnections();
        sql.query("SELECT pg_terminate_backend(pid::int, 1000) FROM unnest(?) pid", row -> true, Sql.numbers(others));
    }

    @AfterAll
    static void close() {
        one.close();
    }

    static Stream<Operation> operations() {
        return Stream.of(
                new Operation("FETCH", () -> read(FetchType.FULL)),
                new Operation("FETCH FLAGS", () -> mapper.listMessagesMetadata(BOX, TEN)
                        .collectList()
                        .block()),
                new Operation("STORE", () -> mapper.updateFlags(BOX, flag(Flags.Flag.SEEN), TEN)),
                new Operation(
                        "STORE UNCHANGEDSINCE", () -> mapper.updateFlags(BOX, flag(Flags.Flag.DRAFT), TEN, 15_000)),
                new Operation("SEARCH DELETED", () -> mapper.retrieveMessagesMarkedForDeletion(BOX, TEN)),
                new Operation("EXPUNGE", () -> mapper.deleteMessages(BOX, uids(5_001, 5_010))),
                new Operation("EXPUNGE here and there", () -> mapper.deleteMessages(BOX, scattered())),
                new Operation("flags of a content", () -> ids().setFlags(
                                content(9_001),
                                List.of(number(LARGE)),
                                new Flags(Flags.Flag.FLAGGED),
                                FlagsUpdateMode.ADD)
                        .block()),
                new Operation("end of a content", () -> ids().delete(content(9_002))),
                new Operation("COPY", () -> sets().copy(transfer(range(6_001, 6_010)))),
                new Operation("MOVE", () -> sets().move(transfer(range(7_001, 7_010)))),
                new Operation("size of a set", () -> sets().size(transfer(range(8_001, 8_010)))),
                new Operation("move one by one", () -> mapper.move(mailbox(SMALL), read(FetchType.METADATA))),
                new Operation(
                        "APPEND", () -> mapper.add(BOX, TestBoxes.message(BOX, "A: b\r\n\r\nc\r\n", new Flags()))),
                new Operation("RECENT", () -> mapper.resetRecent(BOX)),
                new Operation("UNSEEN", () -> mapper.findFirstUnseenMessageUid(BOX)),
                new Operation("news", () -> changes().since(number(LARGE), 19_990)),
                new Operation("CHANGEDSINCE", () -> changes().changedSince(number(LARGE), 19_990, 100)),
                new Operation("VANISHED", () -> changes().expungedSince(number(LARGE), 19_990)),
                new Operation("added", () -> changes().addedSince(number(LARGE), 19_990)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void ten_messages_are_read_and_not_the_mailbox(Operation operation) throws Exception {
        long before = rowsRead();
        operation.work().run();
        assertThat(rowsRead() - before).as("rows read by " + operation).isLessThan(FEW);
    }

    @Test
    void a_flag_that_no_index_asks_for_writes_to_no_index() throws Exception {
        long before = changedInPlace();
        mapper.updateFlags(BOX, flag(Flags.Flag.FLAGGED), range(3_001, 3_010));
        assertThat(changedInPlace() - before).isEqualTo(10);
    }

    /** New versions of messages of which no index had to hear. */
    private static long changedInPlace() {
        sql.query("SELECT pg_stat_force_next_flush()", row -> true);
        return sql.first("SELECT pg_stat_get_tuples_hot_updated('message'::regclass)", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Entries of indexes and rows of tables, of which what a filter throws away is a part. */
    private static long rowsRead() {
        sql.query("SELECT pg_stat_force_next_flush()", row -> true);
        return sql.first(
                        "SELECT (SELECT sum(seq_tup_read) FROM pg_stat_user_tables)"
                                + " + (SELECT sum(idx_tup_read) FROM pg_stat_user_indexes)",
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** One connection, so that what it did is counted when it asks. */
    private static HikariDataSource oneConnection() {
        HikariConfig config = new HikariConfig();
        try (HikariDataSource other = TestPostgres.secondPool()) {
            config.setJdbcUrl(other.getJdbcUrl());
        }
        config.setUsername("postgres");
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql("SET plan_cache_mode = force_generic_plan");
        return new HikariDataSource(config);
    }

    private static List<MailboxMessage> read(FetchType type) throws Exception {
        return Iterators.toStream(mapper.findInMailbox(BOX, TEN, type, -1)).toList();
    }

    private static SetTransfer sets() {
        return new SetTransfer(one, Clock.systemUTC());
    }

    private static Transfer transfer(MessageRange set) {
        return Transfer.of(List.of(set), number(LARGE), number(SMALL));
    }

    private static JdbcMessageIdMapper ids() {
        return new JdbcMessageIdMapper(one, Clock.systemUTC());
    }

    private static ContentId content(long uid) {
        return sql.first(
                        "SELECT content_id FROM message WHERE mailbox_id = ? AND uid = ?",
                        row -> new ContentId(row.getObject(1, UUID.class)),
                        LARGE,
                        uid)
                .orElseThrow();
    }

    private static List<MessageUid> scattered() {
        return Stream.of(19_003L, 11_001L, 12_001L, 19_001L, 19_001L, 13_001L)
                .map(MessageUid::of)
                .toList();
    }

    private static MailboxChanges changes() {
        return new MailboxChanges(one);
    }

    private static FlagsUpdateCalculator flag(Flags.Flag flag) {
        return new FlagsUpdateCalculator(new Flags(flag), FlagsUpdateMode.ADD);
    }

    private static List<MessageUid> uids(long from, long to) {
        return Stream.iterate(from, uid -> uid <= to, uid -> uid + 1)
                .map(MessageUid::of)
                .toList();
    }

    private static MessageRange range(long from, long to) {
        return MessageRange.range(MessageUid.of(from), MessageUid.of(to));
    }

    private static MailboxNumber number(long mailbox) {
        return new MailboxNumber(mailbox);
    }

    private static Mailbox mailbox(long number) {
        return new Mailbox(
                MailboxPath.inbox(Username.of("p" + number + "@cabinet.test")), UidValidity.of(42), number(number));
    }

    private record Operation(String name, Work work) {
        @Override
        public String toString() {
            return name;
        }
    }

    private interface Work {
        void run() throws Exception;
    }
}
