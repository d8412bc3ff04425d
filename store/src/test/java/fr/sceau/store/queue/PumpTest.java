package fr.sceau.store.queue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.StoreException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.apache.james.queue.api.MailQueue.MailQueueItem;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

final class PumpTest {
    private final Queue<RuntimeException> faults = new ArrayDeque<>(List.of(
            new IllegalStateException("nobody thought of this"),
            StoreException.passing("away"),
            new NullPointerException("nor of that")));

    @Test
    void no_fault_ends_it() {
        Pump.Source source = new Pump.Source() {
            @Override
            public Optional<MailQueueItem> take() {
                RuntimeException fault = faults.poll();
                if (fault != null) {
                    throw fault;
                }
                return Optional.of(new Item());
            }

            @Override
            public boolean isClosed() {
                return false;
            }
        };
        Waking waking = new Waking();
        assertThat(Flux.<MailQueueItem>create(sink -> new Pump(source, sink, waking).start("pump"))
                        .next()
                        .block(Duration.ofSeconds(20)))
                .isInstanceOf(Item.class);
    }

    private static final class Item implements MailQueueItem {
        @Override
        public Mail getMail() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void done(CompletionStatus status) {}
    }
}
