package fr.sceau.store.delivery;

import static fr.sceau.store.delivery.Mailroom.CLAIRE;
import static fr.sceau.store.delivery.Mailroom.PAUL;
import static fr.sceau.store.delivery.Mailroom.TEXT;
import static fr.sceau.store.delivery.Mailroom.delivery;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Quotas at delivery. */
final class FullBoxTest {
    private final Mailroom room = new Mailroom();

    @Test
    void full_box_does_not_get_it_and_keeps_nobody_else_from_it() throws Exception {
        room.sql.update("INSERT INTO quota_limit (scope, name, messages) VALUES ('root', ?, 1)", "#private&" + PAUL);
        room.sql.update("INSERT INTO quota_limit (scope, name, octets) VALUES ('global', '', 1000000)");
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        room.deliveries.deliver(delivery(first, List.of(CLAIRE, PAUL)));
        Delivered delivered = room.deliveries.deliver(delivery(second, List.of(CLAIRE, PAUL)));

        assertThat(delivered.full()).containsExactly(PAUL);
        assertThat(delivered.arrivals()).extracting(Arrival::owner).containsExactly(CLAIRE);
        assertThat(room.deliveries.deliver(delivery(first, List.of(PAUL))).before())
                .as("what he has got does not count as refused")
                .containsExactly(PAUL);
        room.sql.update("UPDATE quota_limit SET messages = 2");
        assertThat(room.deliveries
                        .deliver(delivery(second, List.of(CLAIRE, PAUL)))
                        .arrivals())
                .extracting(Arrival::owner)
                .containsExactly(PAUL);
    }

    @Test
    void limit_in_octets_counts_the_message_that_is_to_come() throws Exception {
        room.sql.update("INSERT INTO quota_limit (scope, name, octets) VALUES ('global', '', ?)", TEXT.length() - 1L);
        assertThat(room.deliveries
                        .deliver(delivery(UUID.randomUUID(), List.of(PAUL)))
                        .full())
                .containsExactly(PAUL);
        room.sql.update(
                "INSERT INTO quota_limit (scope, name, octets) VALUES ('domain', 'exemple.mssante.test', ?)",
                (long) TEXT.length());
        assertThat(room.deliveries
                        .deliver(delivery(UUID.randomUUID(), List.of(PAUL)))
                        .arrivals())
                .hasSize(1);
    }
}
