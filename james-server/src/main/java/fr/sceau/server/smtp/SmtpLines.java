package fr.sceau.server.smtp;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import org.apache.james.protocols.netty.AllButStartTlsLineBasedChannelHandler;

/** James' framing of lines, with a {@link LongLineGuard} behind it. */
public final class SmtpLines extends AllButStartTlsLineBasedChannelHandler {
    /** As James has it; RFC 5321 4.5.3.1.6 asks for 1000. */
    static final int LONGEST = 8192;

    public SmtpLines(ChannelPipeline pipeline) {
        super(pipeline, LONGEST, false, "starttls");
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Exception {
        super.handlerAdded(context);
        context.pipeline().addAfter(context.name(), "longLineGuard", new LongLineGuard());
    }
}
