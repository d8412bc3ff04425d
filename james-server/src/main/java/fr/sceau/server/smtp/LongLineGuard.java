package fr.sceau.server.smtp;

import fr.sceau.mailets.smtp.ClientBytes;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import org.apache.james.protocols.netty.BasicChannelInboundHandler;
import org.apache.james.protocols.smtp.SMTPSession;

/**
 * Makes a message of which a line was dropped, because it is too long, be refused at the end of DATA. By itself James would
 * answer 500 in the middle of the message, go on, and keep the message without that line.
 */
final class LongLineGuard extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        Object session = context.channel()
                .attr(BasicChannelInboundHandler.SESSION_ATTRIBUTE_KEY)
                .get();
        if (cause instanceof TooLongFrameException && session instanceof SMTPSession smtp && receivesData(smtp)) {
            ClientBytes.lineLost(smtp);
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    /** James looks for injected commands in every line but those of DATA. */
    private static boolean receivesData(SMTPSession session) {
        return !session.needsCommandInjectionDetection();
    }
}
