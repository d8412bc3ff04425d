package fr.sceau.store.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.events.Event;
import org.apache.james.events.EventDeadLetters;
import org.apache.james.events.EventListener.ReactiveEventListener;
import org.apache.james.events.InVMEventBus;
import org.apache.james.events.Registration;
import org.apache.james.events.RegistrationKey;
import org.apache.james.events.RetryBackoffConfiguration;
import org.apache.james.events.delivery.EventDelivery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * James' bus within the server, which may be registered with while an event goes out, and knows whether anybody listens. James
 * walks through its registrations unguarded: a command whose change was stored was answered with NO because somebody
 * selected the mailbox at that moment. Thread-safe.
 */
@Singleton
public final class WatchedBus extends InVMEventBus {
    private final Map<RegistrationKey, Set<ReactiveEventListener>> registrations = new ConcurrentHashMap<>();
    private final EventDelivery delivery;

    @Inject
    public WatchedBus(EventDelivery delivery, RetryBackoffConfiguration retries, EventDeadLetters failed) {
        super(delivery, retries, failed);
        this.delivery = delivery;
    }

    /** Who begins to listen is known before it is told of anything. */
    public boolean isWatched(RegistrationKey key) {
        return registrations.containsKey(key);
    }

    @Override
    public Mono<Registration> register(ReactiveEventListener listener, RegistrationKey key) {
        registrations.compute(key, (same, others) -> {
            Set<ReactiveEventListener> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(listener);
            return all;
        });
        return Mono.just(() -> Mono.fromRunnable(() -> remove(listener, key)));
    }

    private void remove(ReactiveEventListener listener, RegistrationKey key) {
        registrations.computeIfPresent(key, (same, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public Mono<Void> dispatch(Event event, Set<RegistrationKey> keys) {
        if (event.isNoop()) {
            return Mono.empty();
        }
        List<ReactiveEventListener> listeners = keys.stream()
                .flatMap(key -> registrations.getOrDefault(key, Set.of()).stream())
                .distinct()
                .toList();
        Mono<Void> told = Flux.fromIterable(listeners)
                .flatMap(
                        listener -> delivery.deliver(listener, event, EventDelivery.DeliveryOption.none()),
                        EXECUTION_RATE)
                .then()
                .onErrorResume(e -> Mono.empty());
        return Flux.merge(super.dispatch(event, Set.of()), told).then();
    }
}
