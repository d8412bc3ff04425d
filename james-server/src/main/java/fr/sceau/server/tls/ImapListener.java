package fr.sceau.server.tls;

import fr.sceau.server.imap.LiteralGuard;
import fr.sceau.server.selection.ViewedCommands;
import fr.sceau.server.shared.EndOfRights;
import org.apache.commons.configuration2.HierarchicalConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.apache.james.imap.api.process.ImapProcessor;
import org.apache.james.imap.decode.ImapDecoder;
import org.apache.james.imap.encode.ImapEncoder;
import org.apache.james.imapserver.netty.IMAPServer;
import org.apache.james.imapserver.netty.ImapMetrics;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.protocols.netty.ChannelHandlerFactory;

/**
 * An IMAP listener ({@code <listener>} is {@code starttls} or {@code tls}) with a {@link LiteralGuard} in front, and an
 * {@link EndOfRights} that closes what was open when a right ends.
 */
final class ImapListener extends IMAPServer {
    private final TlsContext tls;
    private String mode = "";
    private long literalBytes;

    ImapListener(
            ImapDecoder decoder,
            ImapEncoder encoder,
            ImapProcessor processor,
            ImapMetrics metrics,
            GaugeRegistry gauges,
            TlsContext tls) {
        super(decoder, encoder, new ViewedCommands(processor), metrics, gauges);
        this.tls = tls;
    }

    @Override
    public void doConfigure(HierarchicalConfiguration<ImmutableNode> configuration) throws ConfigurationException {
        super.doConfigure(configuration);
        mode = ListenerMode.read(configuration, "starttls", "tls");
        literalBytes = configuration.getLong("literalBytes");
    }

    @Override
    protected void buildSSLContext() {
        encryption = mode.equals("tls") ? tls.implicit() : tls.onCommand(false);
    }

    /** The guards go in front of the framing of lines, where the bytes are already out of TLS. */
    @Override
    protected ChannelHandlerFactory createFrameHandlerFactory() {
        ChannelHandlerFactory lines = super.createFrameHandlerFactory();
        return pipeline -> {
            pipeline.addLast("literalGuard", new LiteralGuard(literalBytes));
            pipeline.addLast("endOfRights", new EndOfRights());
            return lines.create(pipeline);
        };
    }
}
