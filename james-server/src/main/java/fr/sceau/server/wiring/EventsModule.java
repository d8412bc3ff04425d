package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import fr.sceau.store.delivery.WatchedBus;
import org.apache.james.events.EventBus;

/** Our bus in the place of James'. */
final class EventsModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(EventBus.class).to(WatchedBus.class);
    }
}
