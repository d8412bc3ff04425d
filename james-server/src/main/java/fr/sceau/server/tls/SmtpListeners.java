package fr.sceau.server.tls;

import javax.inject.Inject;
import org.apache.james.dnsservice.api.DNSService;
import org.apache.james.filesystem.api.FileSystem;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.protocols.lib.handler.ProtocolHandlerLoader;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SMTPServerFactory;

/** Makes the listeners of {@code conf/smtpserver.xml}. */
public final class SmtpListeners extends SMTPServerFactory {
    private final TlsContext tls;

    @Inject
    public SmtpListeners(
            DNSService dns, ProtocolHandlerLoader loader, FileSystem files, MetricFactory metrics, TlsContext tls) {
        super(dns, loader, files, metrics);
        this.tls = tls;
    }

    @Override
    protected SMTPServer createServer() {
        return new SmtpListener(smtpMetrics, tls);
    }
}
