package fr.sceau.server.selection;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.james.imap.encode.ImapResponseWriter;
import org.apache.james.imap.message.Literal;

/**
 * Writes what IDLE says in the order in which it was said. A connection puts off what other threads write and writes at once
 * what its own thread does: the answer to DONE, which is that thread's, overtook news.
 */
final class IdleWriter implements ImapResponseWriter {
    private final Channel channel;
    private final Queue<byte[]> said = new ConcurrentLinkedQueue<>();

    IdleWriter(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void write(byte[] octets) {
        said.add(octets);
        if (channel.eventLoop().inEventLoop()) {
            pass();
        } else {
            channel.eventLoop().execute(this::pass);
        }
    }

    /** On the connection's own thread. */
    private void pass() {
        for (byte[] octets = said.poll(); octets != null; octets = said.poll()) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(octets));
        }
    }

    @Override
    public void write(Literal literal) {
        throw new UnsupportedOperationException("News hold no literals");
    }
}
