package fr.sceau.server.imap;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imapserver.netty.NettyConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralGuardTest {
    private static final long MESSAGE_BYTES = 10_000_000;

    private final EmbeddedChannel channel = new EmbeddedChannel(new LiteralGuard(MESSAGE_BYTES));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a LOGIN {200000000}\r\n",
                "a LOGIN {200000000+}\r\n",
                "a LOGIN {200000000-}\r\n",
                "a LOGIN {99999999999999999999999999999999999999}\r\n",
                "a LOGIN bob {8193}\n",
                "a LOGIN {3}\r\nbob {200000000}\r\n"
            })
    void large_literal_before_login_is_refused(String command) {
        send(command);

        assertThat(answer()).startsWith("* BYE");
        assertThat(channel.isOpen()).isFalse();
        assertThat((Object) channel.readInbound()).isNull();
    }

    @Test
    void announcement_cut_into_single_bytes_is_refused_all_the_same() {
        for (char sign : "a LOGIN {200000000}\r\n".toCharArray()) {
            send(String.valueOf(sign));
        }

        assertThat(answer()).startsWith("* BYE");
    }

    @Test
    void endless_line_before_login_is_refused() {
        for (int i = 0; i < 9; i++) {
            send("A".repeat(1024));
        }

        assertThat(answer()).startsWith("* BYE");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void many_small_literals_before_login_are_refused() {
        for (int i = 0; i < 6 && channel.isOpen(); i++) {
            send("a LOGIN {8000+}\r\n" + "x".repeat(8000) + "\r\n");
        }

        assertThat(answer()).startsWith("* BYE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a LOGIN {20}\r\n",
                "a LOGIN bob@exemple.test {not a literal}\r\n",
                "a LOGIN bob {}\r\n",
                "a NOOP {200000000} more\r\n",
                "a LOGIN {4+}\r\n{9}}\r\n"
            })
    void ordinary_commands_pass_unchanged(String command) {
        send(command);

        assertThat(answer()).isEmpty();
        assertThat(received()).isEqualTo(command);
    }

    @Test
    void literal_content_that_looks_like_an_announcement_is_content() {
        String command = "a LOGIN {21+}\r\n{200000000}\r\n{3000}\r\n x\r\n";

        send(command);

        assertThat(answer()).isEmpty();
        assertThat(received()).isEqualTo(command);
    }

    @Test
    void authenticated_client_may_append_up_to_the_limit_of_a_message() {
        logIn();

        send("a APPEND INBOX {" + MESSAGE_BYTES + "}\r\n");

        assertThat(answer()).isEmpty();
    }

    @Test
    void authenticated_client_may_not_append_more_than_the_limit_of_a_message() {
        logIn();

        send("a APPEND INBOX {" + (MESSAGE_BYTES + 1) + "+}\r\n");

        assertThat(answer()).startsWith("* BYE");
    }

    private void logIn() {
        ImapSession session = new org.apache.james.imap.encode.FakeImapSession();
        session.authenticated();
        channel.attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).set(session);
    }

    private void send(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private String answer() {
        ByteBuf out = channel.readOutbound();
        return out == null ? "" : out.toString(StandardCharsets.US_ASCII);
    }

    private String received() {
        StringBuilder text = new StringBuilder();
        for (ByteBuf in = channel.readInbound(); in != null; in = channel.readInbound()) {
            text.append(in.toString(StandardCharsets.US_ASCII));
        }
        return text.toString();
    }
}
