package fr.sceau.server.wiring;

import com.google.inject.Module;
import com.google.inject.util.Modules;
import fr.sceau.server.ServerConfiguration;
import org.apache.james.GuiceJamesServer;
import org.apache.james.NaiveDelegationStoreModule;
import org.apache.james.modules.MailboxModule;
import org.apache.james.modules.MailetProcessingModule;
import org.apache.james.modules.mailbox.DefaultEventModule;
import org.apache.james.modules.mailbox.MemoryDeadLetterModule;
import org.apache.james.modules.protocols.IMAPServerModule;
import org.apache.james.modules.protocols.ProtocolHandlerModule;
import org.apache.james.modules.protocols.SMTPServerModule;
import org.apache.james.modules.server.DefaultProcessorsConfigurationProviderModule;
import org.apache.james.modules.server.HostnameModule;
import org.apache.james.modules.server.RawPostDequeueDecoratorModule;

/** The list of parts: SMTP and IMAP listeners, mailets, queue, mailboxes; no web administration, JMX, POP3 or LMTP. */
public final class SceauServer {
    private static final Module JAMES = Modules.combine(
            new ProtocolHandlerModule(),
            new SMTPServerModule(),
            new IMAPServerModule(),
            new MailetProcessingModule(),
            new DefaultProcessorsConfigurationProviderModule(),
            new RawPostDequeueDecoratorModule(),
            new NaiveDelegationStoreModule(),
            new MailboxModule(),
            new DefaultEventModule(),
            new MemoryDeadLetterModule(),
            new HostnameModule());

    private SceauServer() {}

    /** The server of an installation, not yet started. */
    public static GuiceJamesServer of(ServerConfiguration configuration) {
        HomeFolders folders = new HomeFolders(configuration.home());
        folders.nameListeners(configuration);
        return GuiceJamesServer.forConfiguration(folders)
                .combineWith(
                        JAMES,
                        new DataModule(configuration),
                        new QueueModule(),
                        new StoreModule(),
                        new MailFlowModule(configuration))
                .overrideWith(new ListenersModule(), new SharedModule(), new EventsModule());
    }
}
