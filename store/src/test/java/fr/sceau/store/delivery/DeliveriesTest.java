package fr.sceau.store.delivery;

import static fr.sceau.store.delivery.Mailroom.CLAIRE;
import static fr.sceau.store.delivery.Mailroom.FINDINGS;
import static fr.sceau.store.delivery.Mailroom.FIVE;
import static fr.sceau.store.delivery.Mailroom.PAUL;
import static fr.sceau.store.delivery.Mailroom.TEXT;
import static fr.sceau.store.delivery.Mailroom.delivery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.StoreException;
import fr.sceau.store.content.Contents;
import fr.sceau.store.content.OctetSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** All inboxes of a mail in one transaction, or none. */
final class DeliveriesTest {
    private final Mailroom room = new Mailroom();

    @Test
    void five_recipients_share_one_content_in_one_transaction() throws Exception {
        Delivered delivered = room.deliveries.deliver(delivery(UUID.randomUUID(), FIVE));

        assertThat(delivered.arrivals()).extracting(Arrival::owner).containsExactlyInAnyOrderElementsOf(FIVE);
        assertThat(room.count("content")).isEqualTo(1);
        assertThat(room.count("message")).isEqualTo(5);
        assertThat(room.count("side_record")).isEqualTo(1);
        assertThat(room.sql.query(
                        "SELECT DISTINCT xmin::text FROM (SELECT xmin FROM message UNION ALL"
                                + " SELECT xmin FROM content UNION ALL SELECT xmin FROM delivery UNION ALL"
                                + " SELECT xmin FROM side_record) written",
                        row -> row.getString(1)))
                .hasSize(1);
        UUID content = delivered.arrivals().get(0).content();
        assertThat(new Contents(room.database).open(content).readAllBytes())
                .isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nothing_is_delivered_to_anybody_when_one_insert_fails() throws Exception {
        room.deliveries.deliver(delivery(UUID.randomUUID(), FIVE));
        long last = room.sql
                .first("SELECT id FROM mailbox WHERE owner = ?", row -> row.getLong(1), PAUL)
                .orElseThrow();
        room.sql.update(
                "INSERT INTO message (mailbox_id, uid, modseq, content_id, thread_id, internal_date, answered, deleted,"
                        + " draft, flagged, recent, seen) SELECT " + last
                        + ", 2, 2, id, id, now(), false, false, false, false,"
                        + " false, false FROM content"); // the next uid of Paul is taken
        UUID mail = UUID.randomUUID();

        assertThatThrownBy(() -> room.deliveries.deliver(delivery(mail, FIVE))).isInstanceOf(StoreException.class);

        assertThat(room.count("content")).isEqualTo(1);
        assertThat(room.count("message")).isEqualTo(6);
        assertThat(room.count("delivery")).isEqualTo(5);
        room.sql.update("DELETE FROM message WHERE uid = 2");
        assertThat(room.deliveries.deliver(delivery(mail, FIVE)).arrivals()).hasSize(5);
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

        assertThatThrownBy(() -> room.deliveries.deliver(delivery)).isInstanceOf(IOException.class);
        assertThat(room.count("delivery")).isZero();
        assertThat(room.count("mailbox")).isZero();
    }

    @Test
    void findings_can_be_read_beside_the_content() throws Exception {
        UUID mail = UUID.randomUUID();
        UUID content = room.deliveries
                .deliver(delivery(mail, List.of(CLAIRE)))
                .arrivals()
                .get(0)
                .content();

        assertThat(new SideRecords(room.database).of(content)).hasValueSatisfying(record -> {
            assertThat(record.mail()).isEqualTo(mail);
            assertThat(record.findings()).isEqualTo(FINDINGS);
            assertThat(record.toString()).doesNotContain("Claire");
        });
        assertThat(new SideRecords(room.database).of(UUID.randomUUID())).isEmpty();
    }

    @Test
    void deliveries_are_forgotten_after_their_time_only() throws Exception {
        UUID mail = UUID.randomUUID();
        room.deliveries.deliver(delivery(mail, List.of(CLAIRE)));

        assertThat(room.deliveries.forget(Instant.now().minus(Duration.ofHours(1))))
                .isZero();
        assertThat(room.deliveries.forget(Instant.now().plus(Duration.ofHours(1))))
                .isEqualTo(1);
        assertThat(room.count("message")).isEqualTo(1);
    }
}
