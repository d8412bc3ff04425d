package fr.sceau.server.fetch;

import io.netty.channel.Channel;
import io.netty.channel.WriteBufferWaterMark;
import java.time.Duration;
import java.util.Optional;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.util.ReactorUtils;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much of a long answer waits in memory for a client: no more than a bound, and no thread waits with it. */
public final class Room {
    private static final String CHANNEL = "fr.sceau.channel";
    private static final WriteBufferWaterMark BOUND = new WriteBufferWaterMark(512 * 1024, 1024 * 1024);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final @Nullable Channel channel;

    private Room(@Nullable Channel channel) {
        this.channel = channel;
    }

    static Room of(ImapSession session) {
        return new Room(connection(session).orElse(null));
    }

    /** The connection of a session; none where a test speaks without one. */
    public static Optional<Channel> connection(ImapSession session) {
        return session.getAttribute(CHANNEL) instanceof Channel channel ? Optional.of(channel) : Optional.empty();
    }

    /** Says on which connection a session is. */
    public static void remember(ImapSession session, Channel channel) {
        if (session.getAttribute(CHANNEL) == null) {
            channel.config().setWriteBufferWaterMark(BOUND);
            session.setAttribute(CHANNEL, channel);
        }
    }

    /** Completes at once when the connection takes more or is closed, otherwise when one or the other has come true. */
    Mono<Void> await() {
        Channel connection = channel;
        if (connection == null || takesMore(connection)) {
            return Mono.empty();
        }
        return Flux.interval(A_MOMENT, ReactorUtils.BLOCKING_CALL_WRAPPER)
                .onBackpressureDrop()
                .takeUntil(tick -> takesMore(connection))
                .then();
    }

    private static boolean takesMore(Channel connection) {
        return connection.isWritable() || !connection.isActive();
    }
}
