package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.server.ServerConfiguration;

/** What hooks and mailets are given beside the accounts: their configuration and the directory. */
final class MailFlowModule extends AbstractModule {
    private final ServerConfiguration configuration;

    MailFlowModule(ServerConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        bind(MailetsConfiguration.class).toInstance(MailetsConfiguration.load(configuration.home()));
    }

    @Provides
    @Singleton
    Directory directory() {
        return new LdapDirectory("127.0.0.1", configuration.directoryPort());
    }
}
