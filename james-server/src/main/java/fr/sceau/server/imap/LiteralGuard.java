package fr.sceau.server.imap;

import fr.sceau.server.fetch.Room;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imapserver.netty.NettyConstants;

/**
 * Refuses, with {@code BYE} and a closed connection, an IMAP client that announces a literal or sends a line above the
 * bounds: small ones before login, the size of a message after. James 3.8.1 buffers a literal of any size for anybody
 * (CVE-2024-37358).
 */
public final class LiteralGuard extends ChannelInboundHandlerAdapter {
    /** Room for a mailbox login, a password and a SASL answer. */
    static final long BEFORE_LOGIN = 8 * 1024;
    /** A command of an authenticated client, such as a FETCH of very many numbers. */
    static final long LINE_AFTER_LOGIN = 1024 * 1024;

    private final long literalBytes;
    private final LineScanner scanner = new LineScanner();
    private long announcedBeforeLogin;
    private boolean closed;

    /** Guards one connection; {@code literalBytes} is the largest literal after login. */
    public LiteralGuard(long literalBytes) {
        this.literalBytes = literalBytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ImapSession session = context.channel()
                .attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY)
                .get();
        if (session != null) {
            Room.remember(session, context.channel());
        }
        if (!closed && message instanceof ByteBuf bytes && exceeds(context, bytes)) {
            closed = true;
            refuse(context);
        }
        if (closed) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private boolean exceeds(ChannelHandlerContext context, ByteBuf bytes) {
        boolean known = authenticated(context);
        int[] position = {bytes.readerIndex()};
        OptionalLong literal = scanner.advance(bytes, position);
        while (literal.isPresent()) {
            if (literal.getAsLong() > allowed(known, literal.getAsLong())) {
                return true;
            }
            literal = scanner.advance(bytes, position);
        }
        return scanner.lineLength() > (known ? LINE_AFTER_LOGIN : BEFORE_LOGIN);
    }

    /** Before login the literals of a connection are counted together: many small ones are a large one. */
    private long allowed(boolean known, long literal) {
        if (known) {
            return literalBytes;
        }
        announcedBeforeLogin = Math.min(announcedBeforeLogin + Math.min(literal, BEFORE_LOGIN), Long.MAX_VALUE / 2);
        return announcedBeforeLogin > BEFORE_LOGIN * 4 ? -1 : BEFORE_LOGIN;
    }

    private static boolean authenticated(ChannelHandlerContext context) {
        ImapSession session = context.channel()
                .attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY)
                .get();
        return session != null
                && (session.getState() == ImapSessionState.AUTHENTICATED
                        || session.getState() == ImapSessionState.SELECTED);
    }

    private static void refuse(ChannelHandlerContext context) {
        byte[] bye = "* BYE [TOOBIG] refused\r\n".getBytes(StandardCharsets.US_ASCII);
        context.writeAndFlush(Unpooled.wrappedBuffer(bye)).addListener(ChannelFutureListener.CLOSE);
    }
}
