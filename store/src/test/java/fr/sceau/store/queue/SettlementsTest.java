package fr.sceau.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class SettlementsTest {
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger recorded = new AtomicInteger();

    @Test
    void a_mail_that_is_done_while_the_server_ends_and_the_database_is_away_is_no_error() {
        Settlements settlements = new Settlements();
        settlements.close();
        assertThatCode(() -> settlements.settle(
                        () -> {
                            tries.incrementAndGet();
                            throw new IllegalStateException("no database");
                        },
                        recorded::incrementAndGet))
                .doesNotThrowAnyException();
        assertThat(tries).hasValue(1);
        assertThat(recorded).hasValue(0);
    }
}
