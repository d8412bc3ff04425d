package fr.sceau.server.shared;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.mailbox.MailboxSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Says BYE on a connection whose selected folder is somebody else's and may no longer be read: at the next command, and
 * within {@value #EVERY_SECONDS} seconds on one that is silent or in IDLE. One of these belongs to one connection.
 */
public final class EndOfRights extends ChannelInboundHandlerAdapter {
    private static final Logger LOGGER = LoggerFactory.getLogger(EndOfRights.class);
    private static final int EVERY_SECONDS = 20;
    private static final byte[] BYE = "* BYE Acces a cette boite termine\r\n".getBytes(StandardCharsets.US_ASCII);

    private @Nullable ScheduledFuture<?> watch;
    private boolean ended;

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        watch = context.executor()
                .scheduleWithFixedDelay(() -> look(context), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        super.channelActive(context);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        ScheduledFuture<?> running = watch;
        if (running != null) {
            running.cancel(false);
        }
        super.channelInactive(context);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (ended
                || open(context)
                        .filter(one -> !one.folder().stillReadable(one.session()))
                        .isPresent()) {
            ReferenceCountUtil.release(message);
            end(context);
        } else {
            super.channelRead(context, message);
        }
    }

    /** The database is asked on a thread that may wait for it; while it is away nothing is concluded. */
    private void look(ChannelHandlerContext context) {
        open(context).ifPresent(one -> Mono.fromCallable(() -> one.folder().readable(one.session()))
                .subscribeOn(Schedulers.boundedElastic())
                .filter(readable -> !readable)
                .subscribe(
                        no -> context.executor().execute(() -> end(context)),
                        e -> LOGGER.info("rights on an open folder cannot be read now: {}", e.getMessage())));
    }

    private void end(ChannelHandlerContext context) {
        if (!ended) {
            ended = true;
            context.writeAndFlush(Unpooled.wrappedBuffer(BYE)).addListener(ChannelFutureListener.CLOSE);
        }
    }

    private record Open(SharedFolder folder, MailboxSession session) {}

    private static Optional<Open> open(ChannelHandlerContext context) {
        ImapSession session = context.channel()
                .attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY)
                .get();
        return Optional.ofNullable(session)
                .map(ImapSession::getSelected)
                .map(SelectedMailbox::getMessageManager)
                .filter(SharedFolder.class::isInstance)
                .map(folder -> new Open((SharedFolder) folder, session.getMailboxSession()));
    }
}
