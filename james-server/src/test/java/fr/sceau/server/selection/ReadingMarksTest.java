package fr.sceau.server.selection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.imap.StoreHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A FETCH that marks what it shows as seen (RFC 3501 6.4.5). */
final class ReadingMarksTest {
    private final StoreHost host = StoreHost.started(new OwnHost());
    private final ImapTalk talk = new ImapTalk(host);

    ReadingMarksTest() throws Exception {}

    @BeforeEach
    void oneMessage() throws Exception {
        talk.command("SELECT INBOX");
        talk.append("INBOX", "un"); // modseq 2; then no longer recent: 3
    }

    @AfterEach
    void close() throws Exception {
        talk.stop();
        host.afterTest();
    }

    @Test
    void who_knows_of_modseqs_is_told_the_new_one() throws Exception { // RFC 7162 3.1
        talk.command("SELECT INBOX (CONDSTORE)");
        assertThat(talk.command("UID FETCH 1 (BODY[TEXT])"))
                .anyMatch(line -> line.matches("\\* 1 FETCH \\(MODSEQ \\(\\d+\\) FLAGS \\(.*\\\\Seen.*"));
        String modSeq = talk.command("UID FETCH 1 (MODSEQ)").get(0).replaceFirst(".*MODSEQ \\((\\d+)\\).*", "$1");
        assertThat(talk.command("UID FETCH 1 (FLAGS) (CHANGEDSINCE " + modSeq + ")"))
                .hasSize(1);
    }

    @Test
    void modseq_that_was_asked_for_is_the_one_after_the_mark() throws Exception {
        String shown = talk.command("UID FETCH 1 (MODSEQ BODY[TEXT])").stream()
                .filter(line -> line.contains("FETCH (MODSEQ"))
                .findFirst()
                .orElseThrow();
        String later = talk.command("UID FETCH 1 (MODSEQ)").get(0);
        String pattern = ".*MODSEQ \\((\\d+)\\).*";
        assertThat(shown.replaceFirst(pattern, "$1")).isEqualTo(later.replaceFirst(pattern, "$1"));
    }

    @Test
    void nobody_else_is_told_modseqs() throws Exception {
        assertThat(talk.command("UID FETCH 1 (BODY[TEXT])"))
                .anyMatch(line -> line.contains("\\Seen"))
                .noneMatch(line -> line.contains("MODSEQ"));
    }
}
