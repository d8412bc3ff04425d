package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import fr.sceau.server.ServerConfiguration;

/** What hooks and mailets are given. */
final class MailFlowModule extends AbstractModule {
    private final ServerConfiguration configuration;

    MailFlowModule(ServerConfiguration configuration) {
        this.configuration = configuration;
    }
}
