package fr.sceau.server.wiring;

import static org.apache.james.modules.Names.MAILBOXMANAGER_NAME;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.google.inject.name.Names;
import fr.sceau.server.accounts.AccountSessions;
import fr.sceau.store.content.ContentId;
import fr.sceau.store.mailbox.JdbcModSeqProvider;
import fr.sceau.store.mailbox.JdbcUidProvider;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.server.SceauMailboxManager;
import fr.sceau.store.server.StoreMapperFactory;
import org.apache.james.events.EventListener;
import org.apache.james.mailbox.AttachmentContentLoader;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.mailbox.MailboxPathLocker;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailbox.SubscriptionManager;
import org.apache.james.mailbox.extractor.TextExtractor;
import org.apache.james.mailbox.model.MailboxId;
import org.apache.james.mailbox.model.MessageId;
import org.apache.james.mailbox.store.JVMMailboxPathLocker;
import org.apache.james.mailbox.store.MailboxManagerConfiguration;
import org.apache.james.mailbox.store.MailboxSessionMapperFactory;
import org.apache.james.mailbox.store.StoreMailboxManager;
import org.apache.james.mailbox.store.StoreSubscriptionManager;
import org.apache.james.mailbox.store.event.MailboxAnnotationListener;
import org.apache.james.mailbox.store.extractor.DefaultTextExtractor;
import org.apache.james.mailbox.store.mail.MailboxMapperFactory;
import org.apache.james.mailbox.store.mail.MessageMapperFactory;
import org.apache.james.mailbox.store.mail.ModSeqProvider;
import org.apache.james.mailbox.store.mail.NaiveThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.ThreadIdGuessingAlgorithm;
import org.apache.james.mailbox.store.mail.UidProvider;
import org.apache.james.mailbox.store.search.MessageSearchIndex;
import org.apache.james.mailbox.store.search.SimpleMessageSearchIndex;
import org.apache.james.mailbox.store.user.SubscriptionMapperFactory;
import org.apache.james.utils.MailboxManagerDefinition;

/** Mailboxes in PostgreSQL; IMAP SEARCH reads the messages of a mailbox one by one. */
final class StoreModule extends AbstractModule {
    @Override
    protected void configure() {
        install(new QuotaModule());
        bindMappers();
        bindManagers();
        bindIdentifiers();
        Multibinder.newSetBinder(binder(), EventListener.GroupEventListener.class)
                .addBinding()
                .to(MailboxAnnotationListener.class);
    }

    private void bindMappers() {
        bind(StoreMapperFactory.class).in(Scopes.SINGLETON);
        bind(MailboxSessionMapperFactory.class).to(StoreMapperFactory.class);
        bind(MailboxMapperFactory.class).to(StoreMapperFactory.class);
        bind(MessageMapperFactory.class).to(StoreMapperFactory.class);
        bind(SubscriptionMapperFactory.class).to(StoreMapperFactory.class);
        bind(MessageSearchIndex.class).to(SimpleMessageSearchIndex.class).in(Scopes.SINGLETON);
        bind(TextExtractor.class).to(DefaultTextExtractor.class);
    }

    private void bindManagers() {
        bind(SceauMailboxManager.class).in(Scopes.SINGLETON);
        bind(StoreMailboxManager.class).to(SceauMailboxManager.class);
        bind(MailboxManager.class).to(SceauMailboxManager.class);
        bind(MailboxManager.class)
                .annotatedWith(Names.named(MAILBOXMANAGER_NAME))
                .to(SceauMailboxManager.class);
        bind(MailboxManagerConfiguration.class).toInstance(MailboxManagerConfiguration.DEFAULT);
        bind(SubscriptionManager.class).to(StoreSubscriptionManager.class).in(Scopes.SINGLETON);
        bind(MailboxPathLocker.class).to(JVMMailboxPathLocker.class).in(Scopes.SINGLETON);
        bind(SessionProvider.class).to(AccountSessions.class);
    }

    private void bindIdentifiers() {
        bind(UidProvider.class).to(JdbcUidProvider.class).in(Scopes.SINGLETON);
        bind(ModSeqProvider.class).to(JdbcModSeqProvider.class).in(Scopes.SINGLETON);
        bind(MailboxId.Factory.class).to(MailboxNumber.Factory.class).in(Scopes.SINGLETON);
        bind(MessageId.Factory.class).to(ContentId.Factory.class).in(Scopes.SINGLETON);
        bind(ThreadIdGuessingAlgorithm.class)
                .to(NaiveThreadIdGuessingAlgorithm.class)
                .in(Scopes.SINGLETON);
    }

    /** For SEARCH. Attachments are not taken out of messages when they come: there is none to load but by its identifier. */
    @Provides
    @Singleton
    AttachmentContentLoader attachments(StoreMapperFactory mappers) {
        return (attachment, session) ->
                mappers.getAttachmentMapper(session).loadAttachmentContent(attachment.getAttachmentId());
    }

    @ProvidesIntoSet
    MailboxManagerDefinition definition(SceauMailboxManager manager) {
        return new MailboxManagerDefinition("mailboxes", manager) {};
    }
}
