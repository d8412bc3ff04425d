package fr.sceau.server.wiring;

import com.google.common.collect.ImmutableList;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.accounts.Logins;
import fr.sceau.mailets.submission.SubmissionLedger;
import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.accounts.AccountUsers;
import fr.sceau.server.accounts.JdbcAccounts;
import fr.sceau.server.accounts.JdbcSubmissionLedger;
import fr.sceau.server.accounts.RecentAccounts;
import fr.sceau.store.repository.PostgresMailRepository;
import fr.sceau.store.repository.PostgresRepositoryUrls;
import javax.sql.DataSource;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.mailrepository.api.MailRepositoryUrlStore;
import org.apache.james.mailrepository.api.Protocol;
import org.apache.james.mailrepository.memory.MailRepositoryStoreConfiguration;
import org.apache.james.rrt.api.RecipientRewriteTable;
import org.apache.james.rrt.memory.MemoryRecipientRewriteTable;
import org.apache.james.task.MemoryTaskManager;
import org.apache.james.task.TaskManager;
import org.apache.james.user.api.UsersRepository;

/** Who and what is ours: domains, accounts, the submission ledger, and where mail is put aside. */
final class DataModule extends AbstractModule {
    private final ServerConfiguration configuration;

    DataModule(ServerConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    protected void configure() {
        bind(ServerConfiguration.class).toInstance(configuration);
        bind(Accounts.class).to(RecentAccounts.class);
        bind(Logins.class).to(JdbcAccounts.class);
        bind(SubmissionLedger.class).to(JdbcSubmissionLedger.class);
        bind(UsersRepository.class).to(AccountUsers.class);
        bind(DomainList.class).toInstance(new ConfiguredDomains(configuration.domains()));
        bind(TaskManager.class).to(MemoryTaskManager.class).in(Scopes.SINGLETON);
    }

    @Provides
    @Singleton
    DataSource database() {
        return configuration.database().open();
    }

    /** No address is rewritten: an address of the trust space names one mailbox. */
    @Provides
    @Singleton
    RecipientRewriteTable noRewriting(DomainList domains) throws ConfigurationException {
        MemoryRecipientRewriteTable table = new MemoryRecipientRewriteTable();
        table.setDomainList(domains);
        table.configure(new BaseHierarchicalConfiguration());
        return table;
    }

    @Provides
    @Singleton
    MailRepositoryUrlStore repositories(DataSource database) {
        return new PostgresRepositoryUrls(database);
    }

    @Provides
    MailRepositoryStoreConfiguration.Item parkedMail() {
        return new MailRepositoryStoreConfiguration.Item(
                ImmutableList.of(new Protocol("postgres")),
                PostgresMailRepository.class.getName(),
                new BaseHierarchicalConfiguration());
    }
}
