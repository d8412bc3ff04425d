package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import fr.sceau.store.delivery.WatchedBus;
import org.apache.james.events.EventBus;
import org.apache.james.events.InVMEventBus;

/** Lets the delivery know whether anybody listens to a mailbox. */
final class EventsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(EventBus.class).to(WatchedBus.class);
    }

    @Provides
    @Singleton
    WatchedBus watched(InVMEventBus james) {
        return new WatchedBus(james);
    }
}
