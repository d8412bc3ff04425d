package fr.sceau.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.james.core.Username;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.events.MemoryEventDeadLetters;
import org.apache.james.events.Registration;
import org.apache.james.events.RegistrationKey;
import org.apache.james.events.RetryBackoffConfiguration;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Registering and leaving while events go out. */
final class WatchedBusTest {
    private static final RegistrationKey BOX = () -> "box";
    private static final RegistrationKey OTHER = () -> "other";

    private final List<String> heard = new ArrayList<>();
    private boolean goingOut;
    private final WatchedBus bus = new WatchedBus(
            (listener, event, option) -> Mono.from(((ReactiveEventListener) listener).reactiveEvent(event)),
            RetryBackoffConfiguration.DEFAULT,
            new MemoryEventDeadLetters());

    @Test
    void listener_may_come_while_an_event_goes_out() {
        register(new Listener("one", () -> register(new Listener("late", () -> {}), BOX)), BOX);
        register(new Listener("two", () -> register(new Listener("late", () -> {}), BOX)), BOX);
        goingOut = true;
        bus.dispatch(new Something(), Set.of(BOX)).block();
        assertThat(heard).contains("one", "two");
    }

    @Test
    void event_reaches_those_of_its_keys_until_they_leave() {
        Registration here = register(new Listener("here", () -> {}), BOX);
        register(new Listener("elsewhere", () -> {}), OTHER);
        bus.dispatch(new Something(), Set.of(BOX)).block();
        Mono.from(here.unregister()).block();
        bus.dispatch(new Something(), Set.of(BOX)).block();
        assertThat(heard).containsExactly("here");
    }

    private Registration register(Listener listener, RegistrationKey key) {
        return bus.register(listener, key).block();
    }

    /** Does something when the bus looks at it for an event. */
    private final class Listener implements ReactiveEventListener {
        private final String name;
        private final Runnable looked;

        Listener(String name, Runnable looked) {
            this.name = name;
            this.looked = looked;
        }

        @Override
        public Publisher<Void> reactiveEvent(Event event) {
            return Mono.fromRunnable(() -> heard.add(name));
        }

        @Override
        public boolean isHandling(Event event) {
            return true;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            if (goingOut) {
                goingOut = false;
                looked.run();
            }
            return name.hashCode();
        }
    }

    private static final class Something implements Event {
        @Override
        public Username getUsername() {
            return Username.of("claire");
        }

        @Override
        public boolean isNoop() {
            return false;
        }

        @Override
        public EventId getEventId() {
            return EventId.random();
        }
    }
}
