package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import fr.sceau.directory.client.Directory;
import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.delivery.LocalBoxes;
import fr.sceau.mailets.outcome.DeliveryMemory;
import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.correspondents.JdbcDeliveryMemory;
import fr.sceau.server.correspondents.LearnedUpkeep;
import fr.sceau.server.delivery.StoreBoxes;
import fr.sceau.server.upkeep.DailyUpkeep;
import fr.sceau.server.upkeep.TrustUpkeep;
import fr.sceau.store.content.Contents;
import javax.sql.DataSource;
import org.apache.james.utils.InitializationOperation;
import org.apache.james.utils.InitilizationOperationBuilder;

/** What hooks and mailets are given beside the accounts: their configuration, the directory and the inboxes. */
final class MailFlowModule extends AbstractModule {
    private final ServerConfiguration configuration;

    MailFlowModule(ServerConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        bind(MailetsConfiguration.class).toInstance(MailetsConfiguration.load(configuration.home()));
        bind(LocalBoxes.class).to(StoreBoxes.class).in(Scopes.SINGLETON);
        bind(DeliveryMemory.class).to(JdbcDeliveryMemory.class);
    }

    @Provides
    @Singleton
    Contents contents(DataSource database) {
        return new Contents(database);
    }

    @ProvidesIntoSet
    InitializationOperation upkeep(DailyUpkeep upkeep) {
        return InitilizationOperationBuilder.forClass(DailyUpkeep.class).init(upkeep::start);
    }

    @ProvidesIntoSet
    InitializationOperation trust(TrustUpkeep upkeep) {
        return InitilizationOperationBuilder.forClass(TrustUpkeep.class).init(upkeep::start);
    }

    @ProvidesIntoSet
    InitializationOperation learned(LearnedUpkeep upkeep) {
        return InitilizationOperationBuilder.forClass(LearnedUpkeep.class).init(upkeep::start);
    }

    @Provides
    @Singleton
    Directory directory() {
        return new LdapDirectory("127.0.0.1", configuration.directoryPort());
    }
}
