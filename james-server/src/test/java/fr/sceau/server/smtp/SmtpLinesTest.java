package fr.sceau.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.james.protocols.netty.BasicChannelInboundHandler;
import org.apache.james.protocols.netty.HandlerConstants;
import org.apache.james.protocols.smtp.SMTPSession;
import org.junit.jupiter.api.Test;

final class SmtpLinesTest {
    private static final String LONG = "OBX|" + "9".repeat(SmtpLines.LONGEST) + "\r\n";

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final List<String> noted = new ArrayList<>();
    private boolean data;

    SmtpLinesTest() {
        channel.attr(BasicChannelInboundHandler.SESSION_ATTRIBUTE_KEY).set(session());
        channel.pipeline().addLast("framer", new SmtpLines(channel.pipeline()));
        channel.pipeline().addLast(HandlerConstants.CORE_HANDLER, new ChannelInboundHandlerAdapter());
    }

    /** A session that tells whether it is in DATA and keeps the names of what is noted in it. */
    private SMTPSession session() {
        return (SMTPSession) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SMTPSession.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("needsCommandInjectionDetection")) {
                        return !data;
                    }
                    noted.add(method.getName());
                    return Optional.empty();
                });
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private String line() {
        ByteBuf line = channel.readInbound();
        try {
            return line.toString(StandardCharsets.US_ASCII);
        } finally {
            line.release();
        }
    }

    @Test
    void line_lost_from_a_message_is_noted_and_the_rest_of_the_message_is_read() {
        data = true;
        send("before\r\n" + LONG + "after\r\n");

        assertThat(noted).containsExactly("setAttachment");
        assertThat(line()).isEqualTo("before\r\n");
        assertThat(line()).isEqualTo("after\r\n");
    }

    @Test
    void command_that_is_too_long_is_answered_as_ever() {
        assertThatThrownBy(() -> send(LONG)).isInstanceOf(TooLongFrameException.class);
        assertThat(noted).isEmpty();
    }
}
