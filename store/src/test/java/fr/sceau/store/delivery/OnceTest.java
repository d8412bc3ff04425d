package fr.sceau.store.delivery;

import static fr.sceau.store.delivery.Mailroom.CLAIRE;
import static fr.sceau.store.delivery.Mailroom.FIVE;
import static fr.sceau.store.delivery.Mailroom.PAUL;
import static fr.sceau.store.delivery.Mailroom.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Once for the reader, whatever happens to the attempts. */
final class OnceTest {
    private final Mailroom room = new Mailroom();

    @Test
    void attempt_after_a_crash_between_delivery_and_queue_gives_one_copy() throws Exception {
        UUID mail = UUID.randomUUID();
        Delivered first = room.deliveries.deliver(delivery(mail, List.of(CLAIRE, PAUL)));
        Delivered second = room.deliveries.deliver(delivery(mail, List.of(CLAIRE, PAUL)));

        assertThat(second.arrivals()).isEmpty();
        assertThat(second.before()).containsExactlyInAnyOrder(CLAIRE, PAUL);
        assertThat(second.again())
                .as("who watches the inbox is told again")
                .extracting(Arrival::uid)
                .containsExactlyElementsOf(
                        first.arrivals().stream().map(Arrival::uid).toList());
        assertThat(room.count("message")).isEqualTo(2);
        assertThat(room.count("content")).isEqualTo(1);
    }

    @Test
    void second_attempt_reaches_only_who_has_not_got_it() throws Exception {
        UUID mail = UUID.randomUUID();
        room.deliveries.deliver(delivery(mail, List.of(PAUL)));
        Delivered second = room.deliveries.deliver(delivery(mail, FIVE));

        assertThat(second.before()).containsExactly(PAUL);
        assertThat(second.arrivals()).extracting(Arrival::owner).hasSize(4).doesNotContain(PAUL);
        assertThat(room.count("message")).isEqualTo(5);
    }

    @Test
    void message_that_its_reader_deleted_does_not_come_back() throws Exception {
        UUID mail = UUID.randomUUID();
        room.deliveries.deliver(delivery(mail, List.of(CLAIRE)));
        expunge(CLAIRE);
        Delivered second = room.deliveries.deliver(delivery(mail, List.of(CLAIRE)));

        assertThat(second.before()).containsExactly(CLAIRE);
        assertThat(second.again()).isEmpty();
        assertThat(room.count("message")).isZero();
    }

    @Test
    void two_acceptances_of_the_same_bytes_are_two_messages() throws Exception {
        room.deliveries.deliver(delivery(UUID.randomUUID(), List.of(CLAIRE)));
        Delivered second = room.deliveries.deliver(delivery(UUID.randomUUID(), List.of(CLAIRE)));

        assertThat(second.arrivals()).extracting(Arrival::uid).containsExactly(2L);
        assertThat(room.count("content")).isEqualTo(2);
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
            assertThat(room.count("message")).isEqualTo(5L * (round + 1));
            assertThat(room.count("mailbox")).isEqualTo(5);
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

        assertThat(room.sql.query("SELECT messages FROM mailbox", row -> row.getLong(1)))
                .containsExactly(12L, 12L, 12L, 12L, 12L);
        assertThat(room.count("message")).isEqualTo(60);
    }

    private List<Delivered> atOnce(List<Delivery> mails) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(mails.size());
        try {
            CyclicBarrier start = new CyclicBarrier(mails.size());
            List<Future<Delivered>> running = new ArrayList<>();
            for (Delivery mail : mails) {
                running.add(threads.submit(() -> {
                    start.await();
                    return room.deliveries.deliver(mail);
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

    private void expunge(String owner) {
        room.sql.update("DELETE FROM message m USING mailbox b WHERE b.id = m.mailbox_id AND b.owner = ?", owner);
    }
}
