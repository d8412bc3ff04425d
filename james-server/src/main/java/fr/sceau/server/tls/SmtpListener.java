package fr.sceau.server.tls;

import fr.sceau.server.smtp.SmtpLines;
import io.netty.util.concurrent.EventExecutorGroup;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.protocols.netty.ChannelHandlerFactory;
import org.apache.james.smtpserver.netty.SMTPServer;
import org.apache.james.smtpserver.netty.SmtpMetrics;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP listener whose {@code <listener>} element says how it is protected: {@code peers} (STARTTLS, a client
 * certificate is asked for), {@code starttls} or {@code tls}.
 */
final class SmtpListener extends SMTPServer {
    private final TlsContext tls;
    private String mode = "";

    SmtpListener(SmtpMetrics metrics, TlsContext tls) {
        super(metrics);
        this.tls = tls;
    }

    @Override
    public void doConfigure(HierarchicalConfiguration<ImmutableNode> configuration) throws ConfigurationException {
        super.doConfigure(configuration);
        mode = ListenerMode.read(configuration, "peers", "starttls", "tls");
    }

    @Override
    protected ChannelHandlerFactory createFrameHandlerFactory() {
        return SmtpLines::new;
    }

    /**
     * None: a line is cut where it is read and handled. James' own group of threads would cut it, and hand each line of each
     * message back to the thread that had read it.
     */
    @Override
    protected @Nullable EventExecutorGroup getExecutorGroup() {
        return null;
    }

    @Override
    protected void buildSSLContext() {
        encryption = mode.equals("tls") ? tls.implicit() : tls.onCommand(mode.equals("peers"));
    }
}
