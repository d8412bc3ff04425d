package fr.sceau.server.tls;

import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imapserver.netty.IMAPServer;
import org.apache.james.imapserver.netty.IMAPServerFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;

/** Makes the listeners of {@code conf/imapserver.xml}. */
public final class ImapListeners extends IMAPServerFactory {
    private final TlsContext tls;

    @Inject
    public ImapListeners(
            FileSystem files,
            Provider<ImapDecoder> decoder,
            Provider<ImapEncoder> encoder,
            Provider<ImapProcessor> processor,
            MetricFactory metrics,
            GaugeRegistry gauges,
            TlsContext tls) {
        super(files, decoder, encoder, processor, metrics, gauges);
        this.tls = tls;
    }

    @Override
    protected IMAPServer createServer() {
        return new ImapListener(decoder.get(), encoder.get(), processor.get(), imapMetrics, gaugeRegistry, tls);
    }
}
