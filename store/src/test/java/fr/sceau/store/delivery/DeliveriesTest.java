package fr.sceau.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.StoreException;
import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.Contents;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Sql;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Once for the reader, whatever happens to the attempts. */
final class DeliveriesTest {
    private static final String CLAIRE = "claire.martin@exemple.mssante.test";
    private static final String PAUL = "paul.durand@exemple.mssante.test";
    private static final List<String> FIVE =
            List.of(CLAIRE, PAUL, "a@exemple.mssante.test", "b@exemple.mssante.test", "c@exemple.mssante.test");
    private static final String TEXT = "Message-ID: <1@x>\r\nSubject: resultat\r\n\r\nGlycemie 0,92 g/l\r\n";
    private static final Findings FINDINGS = new Findings(
            "trusted", "{\"signer\": {\"name\": \"Claire\"}}", "{\"kind\": \"operator\"}", "[{\"type\": \"HPRIM\"}]");

    private final DataSource database = TestPostgres.fresh();
    private final Sql sql = new Sql(database);
    private final Deliveries deliveries = new Deliveries(database);

    private static OctetSource octets(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new OctetSource() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    private static Delivery delivery(UUID mail, List<String> owners) {
        return new Delivery(mail, owners, octets(TEXT), Set.of("HPRIM"), Instant.now(), Optional.of(FINDINGS));
    }

    private long count(String table) {
        return sql.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }

    private void expunge(String owner) {
        sql.update("DELETE FROM message m USING mailbox b WHERE b.id = m.mailbox_id AND b.owner = ?", owner);
    }

    @Test
    void five_recipients_share_one_content_in_one_transaction() throws Exception {
        Delivered delivered = deliveries.deliver(delivery(UUID.randomUUID(), FIVE));

        assertThat(delivered.arrivals()).extracting(Arrival::owner).containsExactlyInAnyOrderElementsOf(FIVE);
        assertThat(count("content")).isEqualTo(1);
        assertThat(count("message")).isEqualTo(5);
        assertThat(count("side_record")).isEqualTo(1);
        assertThat(sql.query(
                        "SELECT DISTINCT xmin::text FROM (SELECT xmin FROM message UNION ALL"
                                + " SELECT xmin FROM content UNION ALL SELECT xmin FROM delivery UNION ALL"
                                + " SELECT xmin FROM side_record) written",
                        row -> row.getString(1)))
                .hasSize(1);
        UUID content = delivered.arrivals().get(0).content();
        assertThat(new Contents(database).open(content).readAllBytes())
                .isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_is_delivered_to_anybody_when_one_insert_fails() throws Exception {
        deliveries.deliver(delivery(UUID.randomUUID(), FIVE));
        long last = sql.first("SELECT id FROM mailbox WHERE owner = ?", row -> row.getLong(1), PAUL)
                .orElseThrow();
        sql.update(
                "INSERT INTO message (mailbox_id, uid, modseq, content_id, thread_id, internal_date, answered, deleted,"
                        + " draft, flagged, recent, seen) SELECT " + last
                        + ", 2, 2, id, id, now(), false, false, false, false,"
                        + " false, false FROM content"); // the next uid of Paul is taken
        UUID mail = UUID.randomUUID();

        assertThatThrownBy(() -> deliveries.deliver(delivery(mail, FIVE))).isInstanceOf(StoreException.class);

        assertThat(count("content")).isEqualTo(1);
        assertThat(count("message")).isEqualTo(6);
        assertThat(count("delivery")).isEqualTo(5);
        sql.update("DELETE FROM message WHERE uid = 2");
        assertThat(deliveries.deliver(delivery(mail, FIVE)).arrivals()).hasSize(5);
    }

    @Test
    void mail_that_cannot_be_read_to_its_end_leaves_no_trace() {
        OctetSource broken = new OctetSource() {
            @Override
            public InputStream open() {
                return new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk");
                    }
                };
            }

            @Override
            public long size() {
                return 100;
            }
        };
        Delivery delivery = new Delivery(UUID.randomUUID(), FIVE, broken, Set.of(), Instant.now(), Optional.empty());

        assertThatThrownBy(() -> deliveries.deliver(delivery)).isInstanceOf(IOException.class);
        assertThat(count("delivery")).isZero();
        assertThat(count("mailbox")).isZero();
    }

    @Test
    void attempt_after_a_crash_between_delivery_and_queue_gives_one_copy() throws Exception {
        UUID mail = UUID.randomUUID();
        Delivered first = deliveries.deliver(delivery(mail, List.of(CLAIRE, PAUL)));
        Delivered second = deliveries.deliver(delivery(mail, List.of(CLAIRE, PAUL)));

        assertThat(second.arrivals()).isEmpty();
        assertThat(second.before()).containsExactlyInAnyOrder(CLAIRE, PAUL);
        assertThat(second.again())
                .as("who watches the inbox is told again")
                .extracting(Arrival::uid)
                .containsExactlyElementsOf(
                        first.arrivals().stream().map(Arrival::uid).toList());
        assertThat(count("message")).isEqualTo(2);
        assertThat(count("content")).isEqualTo(1);
    }

    @Test
    void second_attempt_reaches_only_who_has_not_got_it() throws Exception {
        UUID mail = UUID.randomUUID();
        deliveries.deliver(delivery(mail, List.of(PAUL)));
        Delivered second = deliveries.deliver(delivery(mail, FIVE));

        assertThat(second.before()).containsExactly(PAUL);
        assertThat(second.arrivals()).extracting(Arrival::owner).hasSize(4).doesNotContain(PAUL);
        assertThat(count("message")).isEqualTo(5);
    }

    @Test
    void message_that_its_reader_deleted_does_not_come_back() throws Exception {
        UUID mail = UUID.randomUUID();
        deliveries.deliver(delivery(mail, List.of(CLAIRE)));
        expunge(CLAIRE);
        Delivered second = deliveries.deliver(delivery(mail, List.of(CLAIRE)));

        assertThat(second.before()).containsExactly(CLAIRE);
        assertThat(second.again()).isEmpty();
        assertThat(count("message")).isZero();
    }

    @Test
    void two_acceptances_of_the_same_bytes_are_two_messages() throws Exception {
        deliveries.deliver(delivery(UUID.randomUUID(), List.of(CLAIRE)));
        Delivered second = deliveries.deliver(delivery(UUID.randomUUID(), List.of(CLAIRE)));

        assertThat(second.arrivals()).extracting(Arrival::uid).containsExactly(2L);
        assertThat(count("content")).isEqualTo(2);
    }

    @Test
    void attempts_at_the_same_time_give_one_copy() throws Exception {
        for (int round = 0; round < 10; round++) {
            UUID mail = UUID.randomUUID();
            List<Delivered> all = atOnce(List.of(
                    delivery(mail, FIVE),
                    delivery(mail, FIVE),
                    delivery(mail, List.of(PAUL, CLAIRE)),
                    delivery(mail, FIVE)));

            assertThat(all.stream().mapToInt(one -> one.arrivals().size()).sum())
                    .isEqualTo(5);
            assertThat(count("message")).isEqualTo(5L * (round + 1));
            assertThat(count("mailbox")).isEqualTo(5);
        }
    }

    @Test
    void many_mails_to_the_same_new_boxes_all_arrive() throws Exception {
        List<Delivery> mails = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> owners = new ArrayList<>(FIVE);
            java.util.Collections.rotate(owners, i);
            mails.add(delivery(UUID.randomUUID(), owners));
        }
        atOnce(mails);

        assertThat(sql.query("SELECT messages FROM mailbox", row -> row.getLong(1)))
                .containsExactly(12L, 12L, 12L, 12L, 12L);
        assertThat(count("message")).isEqualTo(60);
    }

    private List<Delivered> atOnce(List<Delivery> mails) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(mails.size());
        try {
            CyclicBarrier start = new CyclicBarrier(mails.size());
            List<Future<Delivered>> running = new ArrayList<>();
            for (Delivery mail : mails) {
                running.add(threads.submit(() -> {
                    start.await();
                    return deliveries.deliver(mail);
                }));
            }
            List<Delivered> all = new ArrayList<>();
            for (Future<Delivered> one : running) {
                all.add(one.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void findings_can_be_read_beside_the_content() throws Exception {
        UUID mail = UUID.randomUUID();
        UUID content = deliveries
                .deliver(delivery(mail, List.of(CLAIRE)))
                .arrivals()
                .get(0)
                .content();

        assertThat(new SideRecords(database).of(content)).hasValueSatisfying(record -> {
            assertThat(record.mail()).isEqualTo(mail);
            assertThat(record.findings()).isEqualTo(FINDINGS);
            assertThat(record.toString()).doesNotContain("Claire");
        });
        assertThat(new SideRecords(database).of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void full_box_does_not_get_it_and_keeps_nobody_else_from_it() throws Exception {
        sql.update("INSERT INTO quota_limit (scope, name, messages) VALUES ('root', ?, 1)", "#private&" + PAUL);
        sql.update("INSERT INTO quota_limit (scope, name, octets) VALUES ('global', '', 1000000)");
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        deliveries.deliver(delivery(first, List.of(CLAIRE, PAUL)));
        Delivered delivered = deliveries.deliver(delivery(second, List.of(CLAIRE, PAUL)));

        assertThat(delivered.full()).containsExactly(PAUL);
        assertThat(delivered.arrivals()).extracting(Arrival::owner).containsExactly(CLAIRE);
        assertThat(deliveries.deliver(delivery(first, List.of(PAUL))).before())
                .as("what he has got does not count as refused")
                .containsExactly(PAUL);
        sql.update("UPDATE quota_limit SET messages = 2");
        assertThat(deliveries.deliver(delivery(second, List.of(CLAIRE, PAUL))).arrivals())
                .extracting(Arrival::owner)
                .containsExactly(PAUL);
    }

    @Test
    void limit_in_octets_counts_the_message_that_is_to_come() throws Exception {
        sql.update("INSERT INTO quota_limit (scope, name, octets) VALUES ('global', '', ?)", TEXT.length() - 1L);
        assertThat(deliveries
                        .deliver(delivery(UUID.randomUUID(), List.of(PAUL)))
                        .full())
                .containsExactly(PAUL);
        sql.update("INSERT INTO quota_limit (scope, name, octets) VALUES ('domain', 'exemple.mssante.test', ?)", (long)
                TEXT.length());
        assertThat(deliveries
                        .deliver(delivery(UUID.randomUUID(), List.of(PAUL)))
                        .arrivals())
                .hasSize(1);
    }

    @Test
    void deliveries_are_forgotten_after_their_time_only() throws Exception {
        UUID mail = UUID.randomUUID();
        deliveries.deliver(delivery(mail, List.of(CLAIRE)));

        assertThat(deliveries.forget(Instant.now().minus(Duration.ofHours(1)))).isZero();
        assertThat(deliveries.forget(Instant.now().plus(Duration.ofHours(1)))).isEqualTo(1);
        assertThat(count("message")).isEqualTo(1);
    }
}
