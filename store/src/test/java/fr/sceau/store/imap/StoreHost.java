package fr.sceau.store.imap;

import fr.sceau.store.delivery.WatchedBus;
import fr.sceau.store.server.TestStore;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imap.encode.main.DefaultImapEncoderFactory;
import org.apache.james.imap.main.DefaultImapDecoderFactory;
import org.apache.james.imap.processor.main.DefaultImapProcessorFactory;
import org.apache.james.mailbox.MailboxManager;
import org.apache.james.metrics.logger.DefaultMetricFactory;
import org.apache.james.mpt.api.ImapFeatures;
import org.apache.james.mpt.api.ImapFeatures.Feature;
import org.apache.james.mpt.host.JamesImapHostSystem;
import org.jspecify.annotations.Nullable;

/** James' IMAP processor on an empty store; who inherits may put something of its own before it. */
public class StoreHost extends JamesImapHostSystem {
    private static final ImapFeatures FEATURES = ImapFeatures.of(Feature.values());

    private @Nullable TestStore opened;
    private @Nullable WatchedBus events;

    static StoreHost open() {
        return started(new StoreHost());
    }

    public static StoreHost started(StoreHost host) {
        try {
            host.beforeTest();
            return host;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    protected ImapEncoder encoder(ImapEncoder james) {
        return james;
    }

    protected ImapProcessor processor(ImapProcessor james, TestStore store) {
        return james;
    }

    @Override
    public void beforeTest() throws Exception {
        super.beforeTest();
        WatchedBus bus = TestStore.newEventBus();
        TestStore store = new TestStore(
                TestStore.Around.usual().withLogin(authenticator, authorizator).withEvents(bus));
        events = bus;
        opened = store;
        configure(
                new DefaultImapDecoderFactory().buildImapDecoder(),
                encoder(new DefaultImapEncoderFactory().buildImapEncoder()),
                processor(
                        DefaultImapProcessorFactory.createDefaultProcessor(
                                store.getMailboxManager(),
                                store.events(),
                                store.subscriptions(),
                                store.getQuotaManager(),
                                store.getQuotaRootResolver(),
                                new DefaultMetricFactory()),
                        store));
    }

    @Override
    protected MailboxManager getMailboxManager() {
        return store().getMailboxManager();
    }

    @Override
    public boolean supports(Feature... features) {
        return FEATURES.supports(features);
    }

    @Override
    public void setQuotaLimits(QuotaCountLimit messages, QuotaSizeLimit octets) {
        store().getMaxQuotaManager().setGlobalMaxMessage(messages);
        store().getMaxQuotaManager().setGlobalMaxStorage(octets);
    }

    @Override
    protected void await() {
        // Every change is done when its command is answered.
    }

    public DataSource database() {
        return store().database();
    }

    WatchedBus events() {
        return Objects.requireNonNull(events, "beforeTest comes first");
    }

    private TestStore store() {
        return Objects.requireNonNull(opened, "beforeTest comes first");
    }
}
