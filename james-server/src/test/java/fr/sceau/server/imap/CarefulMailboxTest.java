package fr.sceau.server.imap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.NullableMessageSequenceNumber;
import org.junit.jupiter.api.Test;

/** News that come between the moment when James reads them and the moment when it drops them. */
final class CarefulMailboxTest {
    private static final MessageUid FIRST = MessageUid.of(1);
    private static final MessageUid SECOND = MessageUid.of(2);

    private static final MessageUid NEVER_LISTED = MessageUid.of(3);

    private final Set<MessageUid> flags = new TreeSet<>();
    private final Set<MessageUid> expunged = new TreeSet<>();
    private boolean grown;

    private final CarefulMailbox careful = new CarefulMailbox((SelectedMailbox) Proxy.newProxyInstance(
            SelectedMailbox.class.getClassLoader(),
            new Class<?>[] {SelectedMailbox.class},
            (proxy, method, arguments) ->
                    method.getName().equals("msn") ? number((MessageUid) arguments[0]) : answer(method.getName())));

    private static NullableMessageSequenceNumber number(MessageUid uid) {
        return uid.equals(NEVER_LISTED)
                ? NullableMessageSequenceNumber.noMessage()
                : NullableMessageSequenceNumber.of(1);
    }

    private Object answer(String question) {
        switch (question) {
            case "flagUpdateUids" -> {
                return new TreeSet<>(flags);
            }
            case "expungedUids" -> {
                return new TreeSet<>(expunged);
            }
            case "isSizeChanged" -> {
                return grown;
            }
            case "resetExpungedUids" -> expunged.clear();
            case "resetEvents" -> {
                flags.clear();
                grown = false;
            }
            case "getRecent" -> {
                return List.of();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Test
    void flags_that_change_while_others_are_told_are_told_next() {
        flags.add(FIRST);
        assertThat(careful.flagUpdateUids()).containsExactly(FIRST);
        flags.add(FIRST);
        flags.add(SECOND);
        careful.resetEvents();
        assertThat(careful.flagUpdateUids()).containsExactly(FIRST, SECOND);
        careful.resetEvents();
        assertThat(careful.flagUpdateUids()).isEmpty();
    }

    @Test
    void message_that_is_expunged_while_others_are_told_is_told_next() {
        expunged.add(FIRST);
        assertThat(careful.expungedUids()).containsExactly(FIRST);
        expunged.add(SECOND);
        careful.resetExpungedUids();
        assertThat(careful.expungedUids()).containsExactly(SECOND);
    }

    @Test
    void expunge_of_a_message_that_the_client_never_heard_of_is_not_told() {
        expunged.add(NEVER_LISTED);
        expunged.add(FIRST);
        assertThat(careful.expungedUids()).containsExactly(FIRST);
    }

    @Test
    void mail_that_comes_while_others_are_told_is_told_next() {
        grown = true;
        assertThat(careful.isSizeChanged()).isTrue();
        grown = true;
        careful.resetEvents();
        assertThat(careful.isSizeChanged()).isTrue();
        careful.resetEvents();
        assertThat(careful.isSizeChanged()).isFalse();
    }

    @Test
    void what_was_asked_for_and_not_told_stays() {
        flags.add(FIRST);
        assertThat(careful.flagUpdateUids()).containsExactly(FIRST);
        assertThat(careful.flagUpdateUids()).containsExactly(FIRST);
    }
}
