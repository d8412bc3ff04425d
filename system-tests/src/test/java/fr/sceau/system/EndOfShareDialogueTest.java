package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Shares;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A delegation ends at its moment and by nobody's doing, in sessions that are open too. */
final class EndOfShareDialogueTest {
    private static final String BOX = Shares.service();
    private static final Duration SHORT = Duration.ofSeconds(12);

    private final TestSceau sceau = TestSceau.shared();
    private final Shares shares = new Shares(sceau);

    @Test
    void open_sessions_end_with_the_delegation_and_the_box_is_gone() throws Exception {
        shares.give(Cast.CARDIOLOGY, Cast.PAUL, "read,write,send");
        try (ImapTalk idle = shares.session(Cast.PAUL);
                ImapTalk busy = shares.session(Cast.PAUL);
                ImapTalk plus = shares.session(Cast.PAUL.replace("@", "+cardiologie@"))) {
            Instant end = Instant.now().plus(SHORT);
            shares.endAt(Cast.CARDIOLOGY, Cast.PAUL, end);
            idle.must("SELECT \"" + BOX + "\"");
            busy.must("SELECT \"" + BOX + "\"");
            plus.must("SELECT INBOX");
            busy.must("NOOP");
            List<String> heard = idle.untilHangUp("IDLE");
            assertThat(Instant.now()).isBetween(end, end.plus(Duration.ofMinutes(1)));
            assertThat(heard).last().asString().startsWith("* BYE");
            assertThat(busy.untilHangUp("NOOP")).last().asString().startsWith("* BYE");
            assertThat(plus.untilHangUp("UID FETCH 1:* (FLAGS)"))
                    .last()
                    .asString()
                    .startsWith("* BYE");
        } finally {
            goneForPaul();
            shares.take(Cast.CARDIOLOGY, Cast.PAUL);
        }
    }

    private void goneForPaul() throws IOException {
        try (ImapTalk again = shares.session(Cast.PAUL)) {
            assertThat(again.must("LIST \"\" \"*\"").lines()).noneMatch(line -> line.contains(BOX));
            assertThat(again.command("SELECT \"" + BOX + "\"").ok()).isFalse();
        }
        try (ImapTalk plus = ImapTalk.tls(sceau.port("imaps.port"), sceau.client())) {
            String login = Cast.PAUL.replace("@", "+cardiologie@");
            assertThat(plus.command("LOGIN " + login + " " + shares.password(Cast.PAUL))
                            .ok())
                    .isFalse();
        }
    }

    @Test
    void delegation_that_begins_later_gives_nothing_today() throws IOException {
        shares.give(Cast.CARDIOLOGY, Cast.PAUL, "read", "--from", "2999-01-01");
        try {
            goneForPaul();
        } finally {
            shares.take(Cast.CARDIOLOGY, Cast.PAUL);
        }
    }
}
