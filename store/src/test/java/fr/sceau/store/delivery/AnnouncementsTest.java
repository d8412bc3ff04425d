package fr.sceau.store.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.server.TestStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import javax.mail.Flags;
import org.apache.james.events.Event;
import org.apache.james.events.EventListener;
import org.apache.james.events.Registration;
import org.apache.james.mailbox.events.MailboxEvents.Added;
import org.apache.james.mailbox.events.MailboxIdRegistrationKey;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who is told of a delivery, and that the delivery does not wait for it. */
final class AnnouncementsTest {
    private static final long CLAIRE = 1;
    private static final long PAUL = 2;

    private final WatchedBus bus = TestStore.newEventBus();
    private final Queue<Runnable> untold = new ArrayDeque<>();
    private final List<Long> told = new ArrayList<>();
    private final Announcements announcements = new Announcements(bus, untold::add);

    private static Delivered delivered(long mailbox, long uid) {
        Arrival arrival =
                new Arrival("a@un.test", mailbox, uid, uid, UUID.randomUUID(), Instant.EPOCH, new Flags(), 10);
        return new Delivered(List.of(arrival), List.of(), Set.of(), Set.of());
    }

    private static MailboxIdRegistrationKey key(long mailbox) {
        return new MailboxIdRegistrationKey(new MailboxNumber(mailbox));
    }

    private Registration watch(long mailbox, EventListener.ReactiveEventListener listener) {
        return Objects.requireNonNull(
                Mono.from(bus.register(listener, key(mailbox))).block());
    }

    private static void leave(Registration registration) {
        Mono.from(registration.unregister()).block();
    }

    private void note(Event event) {
        ((Added) event).getUids().forEach(uid -> told.add(uid.asLong()));
    }

    private EventListener.ReactiveEventListener session() {
        return EventListener.wrapReactive((EventListener) this::note);
    }

    @Test
    void session_is_told_in_order_and_not_by_the_thread_that_delivers() {
        watch(CLAIRE, session());
        announcements.announce(delivered(CLAIRE, 1));
        announcements.announce(delivered(CLAIRE, 2));
        assertThat(told).isEmpty();

        untold.forEach(Runnable::run);
        assertThat(told).containsExactly(1L, 2L);
    }

    @Test
    void what_an_earlier_attempt_delivered_is_told_too() {
        watch(CLAIRE, session());
        announcements.announce(
                new Delivered(List.of(), delivered(CLAIRE, 7).arrivals(), Set.of("a@un.test"), Set.of()));

        untold.forEach(Runnable::run);
        assertThat(told).containsExactly(7L);
    }

    @Test
    void inbox_that_nobody_has_open_costs_nothing() {
        watch(PAUL, session());
        Registration left = watch(CLAIRE, session());
        leave(left);
        announcements.announce(delivered(CLAIRE, 1));

        assertThat(untold).isEmpty();
    }

    @Test
    void session_that_fails_does_not_end_the_telling() {
        watch(PAUL, EventListener.wrapReactive((EventListener) event -> {
            throw new IllegalStateException("broken session");
        }));
        watch(CLAIRE, session());
        announcements.announce(delivered(PAUL, 1));
        announcements.announce(delivered(CLAIRE, 2));

        untold.forEach(Runnable::run);
        assertThat(told).containsExactly(2L);
    }

    @Test
    void delivery_stands_when_too_much_is_to_be_told() {
        watch(CLAIRE, session());
        new Announcements(bus, work -> {
                    throw new RejectedExecutionException();
                })
                .announce(delivered(CLAIRE, 1));

        assertThat(told).isEmpty();
    }

    @Test
    void inbox_is_watched_until_its_last_session_has_left_however_often_the_others_leave() {
        Registration first = watch(CLAIRE, session());
        Registration second = watch(CLAIRE, session());
        leave(first);
        leave(first);
        assertThat(bus.isWatched(key(CLAIRE))).isTrue();
        leave(second);
        assertThat(bus.isWatched(key(CLAIRE))).isFalse();
    }
}
