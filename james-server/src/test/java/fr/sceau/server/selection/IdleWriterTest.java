package fr.sceau.server.selection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class IdleWriterTest {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch both = new CountDownLatch(2);

    @Test
    void what_was_said_first_is_written_first_whichever_thread_said_it() throws Exception {
        DefaultEventLoop loop = new DefaultEventLoop();
        try {
            Channel channel = connection(loop);
            IdleWriter writer = new IdleWriter(channel);
            CountDownLatch busy = new CountDownLatch(1);
            loop.execute(() -> {
                awaitQuietly(busy);
                writer.write("OK\r\n".getBytes(StandardCharsets.US_ASCII)); // as the answer to DONE
            });
            writer.write("* VANISHED 1\r\n".getBytes(StandardCharsets.US_ASCII)); // waits for the thread above
            busy.countDown();
            assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(heard).containsExactly("* VANISHED 1\r\n", "OK\r\n");
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Channel connection(DefaultEventLoop loop) throws InterruptedException {
        LocalAddress address = new LocalAddress("idle-writer");
        new ServerBootstrap()
                .group(loop)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInitializer<LocalChannel>() {
                    @Override
                    protected void initChannel(LocalChannel accepted) {
                        accepted.pipeline().addLast(new Listening());
                    }
                })
                .bind(address)
                .sync();
        return new Bootstrap()
                .group(loop)
                .channel(LocalChannel.class)
                .handler(new Listening())
                .connect(address)
                .sync()
                .channel();
    }

    private final class Listening extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf octets) {
            heard.add(octets.toString(StandardCharsets.US_ASCII));
            both.countDown();
        }
    }
}
