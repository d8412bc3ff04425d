package fr.sceau.server.selection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.imap.StoreHost;
import java.util.List;
import org.apache.james.core.quota.QuotaCountLimit;
import org.apache.james.core.quota.QuotaSizeLimit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** COPY and MOVE of messages that do not stand side by side (RFC 3501 6.4.7). */
final class WholeSetTest {
    private final StoreHost host = StoreHost.started(new OwnHost());
    private final ImapTalk talk = new ImapTalk(host);

    WholeSetTest() throws Exception {}

    @BeforeEach
    void threeMessages() throws Exception {
        talk.command("CREATE Dossiers");
        talk.command("SELECT INBOX");
        for (String text : List.of("un", "deux", "trois")) {
            talk.append("INBOX", text);
        }
    }

    @AfterEach
    void close() throws Exception {
        talk.stop();
        host.afterTest();
    }

    private void roomForOne() {
        host.setQuotaLimits(QuotaCountLimit.count(4), QuotaSizeLimit.size(1_000_000));
    }

    @Test
    void copy_for_which_there_is_no_room_leaves_nothing_behind() throws Exception {
        roomForOne();
        assertThat(talk.command("COPY 1,3 Dossiers")).last().asString().contains("NO [OVERQUOTA]");
        assertThat(talk.command("STATUS Dossiers (MESSAGES)")).anyMatch(line -> line.contains("MESSAGES 0"));
        assertThat(talk.command("COPY 1 Dossiers")).last().asString().contains("OK [COPYUID");
    }

    @Test
    void move_within_a_box_needs_no_room() throws Exception {
        roomForOne();
        assertThat(talk.command("MOVE 1,3 Dossiers"))
                .anyMatch(line -> line.matches("\\* OK \\[COPYUID \\d+ 1,3 1:2].*"))
                .last()
                .asString()
                .contains("OK MOVE");
        assertThat(talk.command("STATUS Dossiers (MESSAGES)")).anyMatch(line -> line.contains("MESSAGES 2"));
    }

    @Test
    void what_is_gone_is_not_named() throws Exception {
        assertThat(talk.command("UID COPY 1:3,70 Dossiers")).last().asString().matches(".*\\[COPYUID \\d+ 1:3 1:3].*");
    }
}
