package fr.sceau.store.delivery;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.events.Event;
import org.apache.james.events.EventBus;
import org.apache.james.events.EventBusName;
import org.apache.james.events.EventListener;
import org.apache.james.events.Group;
import org.apache.james.events.Registration;
import org.apache.james.events.RegistrationKey;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The bus of this process, which also knows whether anybody listens to a mailbox. Thread-safe. */
public final class WatchedBus implements EventBus {
    private final EventBus james;
    private final Multiset<RegistrationKey> watched = ConcurrentHashMultiset.create();

    public WatchedBus(EventBus james) {
        this.james = james;
    }

    /** Who begins to listen is counted before it is told of anything; who has left may be counted a moment longer. */
    public boolean isWatched(RegistrationKey key) {
        return watched.contains(key);
    }

    @Override
    public Publisher<Registration> register(EventListener.ReactiveEventListener listener, RegistrationKey key) {
        watched.add(key);
        return Mono.from(james.register(listener, key)).map(registration -> counted(registration, key));
    }

    /** Sessions leave more than once; they count once. */
    private Registration counted(Registration registration, RegistrationKey key) {
        AtomicBoolean left = new AtomicBoolean();
        return () -> Mono.from(registration.unregister()).then(Mono.fromRunnable(() -> {
            if (left.compareAndSet(false, true)) {
                watched.remove(key);
            }
        }));
    }

    @Override
    public Registration register(EventListener.ReactiveEventListener listener, Group group) {
        return james.register(listener, group);
    }

    @Override
    public Mono<Void> dispatch(Event event, Set<RegistrationKey> keys) {
        return james.dispatch(event, keys);
    }

    @Override
    public Mono<Void> reDeliver(Group group, Event event) {
        return james.reDeliver(group, event);
    }

    @Override
    public EventBusName eventBusName() {
        return james.eventBusName();
    }

    @Override
    public Collection<Group> listRegisteredGroups() {
        return james.listRegisteredGroups();
    }
}
