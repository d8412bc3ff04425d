package fr.sceau.server.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import fr.sceau.server.tls.ImapListeners;
import fr.sceau.server.tls.SmtpListeners;
import fr.sceau.server.tls.TlsContext;
import javax.inject.Provider;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imapserver.netty.IMAPServerFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.modules.protocols.ImapPackage;
import org.apache.james.smtpserver.netty.SMTPServerFactory;

/** Puts our listeners, with their TLS and guards, in the place of James' own. */
final class ListenersModule extends AbstractModule {
    @Override
    protected void configure() {
        bind(SmtpListeners.class).in(Scopes.SINGLETON);
        bind(SMTPServerFactory.class).to(SmtpListeners.class);
        bind(ImapPackage.class).toInstance(new SceauImapPackage());
    }

    @Provides
    @Singleton
    IMAPServerFactory imapListeners(
            FileSystem files,
            Provider<ImapDecoder> decoder,
            Provider<ImapEncoder> encoder,
            Provider<ImapProcessor> processor,
            MetricFactory metrics,
            GaugeRegistry gauges,
            TlsContext tls) {
        return new ImapListeners(files, decoder, encoder, processor, metrics, gauges, tls);
    }
}
