package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.ImapTalk;
import fr.sceau.system.talk.ImapTalk.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session hears of the folder that it has selected, and what may be done in it. */
final class SelectionDialogueTest {
    private static final String BOX = "Sélection".replace("é", "&AOk-");
    private static final String OTHER = BOX + "-autre";

    private final TestSceau sceau = TestSceau.shared();
    private ImapTalk first;
    private ImapTalk second;

    @BeforeEach
    void twoSessions() throws IOException {
        first = session();
        second = session();
        first.must("CREATE \"" + BOX + "\"");
        first.must("CREATE \"" + OTHER + "\"");
    }

    @AfterEach
    void leave() throws IOException {
        try (ImapTalk last = session()) {
            last.must("DELETE \"" + BOX + "\"");
            last.must("DELETE \"" + OTHER + "\"");
        }
        first.close();
        second.close();
    }

    private ImapTalk session() throws IOException {
        Login login = sceau.logins().forMailbox(Cast.PAUL);
        ImapTalk imap = ImapTalk.tls(sceau.port("imaps.port"), sceau.client());
        imap.must("LOGIN \"" + login.login() + "\" \"" + login.password() + "\"");
        return imap;
    }

    private static void append(ImapTalk imap, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            imap.must("APPEND \"" + BOX + "\" {21+}\r\nSubject: essai\r\n\r\n...");
        }
    }

    private static long number(Answer answer, String name) {
        Matcher matcher = Pattern.compile(name + " (\\d+)").matcher(String.join("\n", answer.lines()));
        assertThat(matcher.find()).as("%s in %s", name, answer.lines()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    /** The untagged lines of one kind. */
    private static List<String> lines(Answer answer, String part) {
        return answer.lines().stream().filter(line -> line.contains(part)).toList();
    }

    @Test
    void who_comes_back_is_told_all_that_was_expunged_and_flagged_meanwhile() throws IOException {
        append(first, 5);
        first.must("ENABLE QRESYNC");
        Answer opened = first.must("SELECT \"" + BOX + "\"");
        long modSeq = number(opened, "HIGHESTMODSEQ");
        long validity = number(opened, "UIDVALIDITY");
        first.must("UNSELECT");
        second.must("SELECT \"" + BOX + "\"");
        second.must("UID STORE 1,5 +FLAGS.SILENT (\\Deleted)");
        second.must("EXPUNGE");
        second.must("UID STORE 3 +FLAGS.SILENT (\\Flagged)");
        Answer back = first.must("SELECT \"" + BOX + "\" (QRESYNC (" + validity + " " + modSeq + "))");
        assertThat(lines(back, "VANISHED")).containsExactly("* VANISHED (EARLIER) 1,5");
        assertThat(lines(back, "FETCH")).singleElement().asString().contains("UID 3", "\\Flagged", "MODSEQ");
        Answer part = first.must("SELECT \"" + BOX + "\" (QRESYNC (" + validity + " " + modSeq + " 1:2))");
        assertThat(lines(part, "VANISHED")).containsExactly("* VANISHED (EARLIER) 1");
        assertThat(lines(part, "FETCH")).isEmpty();
        Answer fetched = first.must("UID FETCH 1:* (FLAGS) (CHANGEDSINCE " + modSeq + " VANISHED)");
        assertThat(lines(fetched, "VANISHED")).containsExactly("* VANISHED (EARLIER) 1,5");
        assertThat(lines(fetched, "FETCH")).singleElement().asString().contains("UID 3", "\\Flagged", "MODSEQ");
    }

    @Test
    void what_was_expunged_of_a_folder_that_is_empty_now_is_told_too() throws IOException {
        append(first, 3);
        first.must("ENABLE QRESYNC");
        long modSeq = number(first.must("SELECT \"" + BOX + "\""), "HIGHESTMODSEQ");
        second.must("SELECT \"" + BOX + "\"");
        second.must("UID STORE 1:3 +FLAGS.SILENT (\\Deleted)");
        second.must("EXPUNGE");
        first.must("SELECT \"" + BOX + "\"");
        Answer fetched = first.must("UID FETCH 1:* (FLAGS) (CHANGEDSINCE " + modSeq + " VANISHED)");
        assertThat(lines(fetched, "VANISHED")).containsExactly("* VANISHED (EARLIER) 1:3");
    }

    @Test
    void message_is_announced_before_it_is_shown() throws IOException {
        append(first, 1);
        second.must("SELECT \"" + BOX + "\"");
        append(first, 1);
        assertThat(second.must("UID FETCH 2 (UID)").lines()).containsSubsequence("* 2 EXISTS", "* 2 FETCH (UID 2)");
    }

    @Test
    void one_noop_tells_all_that_others_have_done() throws IOException {
        append(first, 3);
        first.must("SELECT \"" + BOX + "\"");
        second.must("SELECT \"" + BOX + "\"");
        first.must("STORE 1 +FLAGS.SILENT (\\Deleted)");
        first.must("EXPUNGE");
        first.must("STORE 1 +FLAGS.SILENT (\\Seen)");
        append(first, 1);
        assertThat(second.must("NOOP").lines())
                .containsSubsequence("* 4 EXISTS", "* 1 EXPUNGE")
                .anyMatch(line -> line.startsWith("* 1 FETCH") && line.contains("\\Seen"));
        assertThat(second.must("NOOP").lines()).isEmpty();
        assertThat(lines(first.must("NOOP"), "FETCH")).isEmpty(); // what it did itself it knows
    }

    /** The two others were flagged in one change, whose number the third command meets on the message that has the flag. */
    @Test
    void what_somebody_else_has_done_is_told_after_a_store_that_changed_nothing() throws IOException {
        append(first, 2);
        first.must("SELECT \"" + BOX + "\"");
        second.must("SELECT \"" + BOX + "\"");
        second.must("STORE 1:2 +FLAGS.SILENT (\\Flagged)");
        List<String> told =
                new ArrayList<>(first.must("STORE 1 +FLAGS.SILENT (\\Flagged)").lines());
        told.addAll(first.must("NOOP").lines());
        assertThat(told).anyMatch(line -> line.startsWith("* 2 FETCH") && line.contains("\\Flagged"));
    }

    @Test
    void copyuid_says_which_message_became_which() throws IOException {
        append(first, 3);
        first.must("SELECT \"" + BOX + "\"");
        first.must("UID STORE 2 +FLAGS.SILENT (\\Deleted)");
        first.must("EXPUNGE");
        assertThat(first.must("UID COPY 1:9 \"" + OTHER + "\"").status()).containsPattern("\\[COPYUID \\d+ 1,3 1:2]");
        assertThat(first.must("COPY 2 \"" + OTHER + "\"").status()).containsPattern("\\[COPYUID \\d+ 3 3]");
        assertThat(first.must("UID COPY 2 \"" + OTHER + "\"").status()).doesNotContain("COPYUID");
        Answer moved = first.must("UID MOVE 3,1 \"" + OTHER + "\"");
        assertThat(moved.lines().get(0)).containsPattern("\\* OK \\[COPYUID \\d+ 1,3 4:5]");
        assertThat(lines(moved, "EXPUNGE")).hasSize(2);
        assertThat(first.must("UID MOVE 1:* \"" + OTHER + "\"").status()).startsWith("OK");
        assertThat(first.command("UID COPY 1 absente").status()).startsWith("NO [TRYCREATE]");
    }

    @Test
    void store_on_condition_names_what_had_changed() throws IOException {
        append(first, 3);
        first.must("SELECT \"" + BOX + "\" (CONDSTORE)");
        long modSeq = number(first.must("STATUS \"" + BOX + "\" (HIGHESTMODSEQ)"), "HIGHESTMODSEQ");
        first.must("UID STORE 1,3 +FLAGS.SILENT (\\Flagged)");
        Answer stored = first.must("UID STORE 1:3 (UNCHANGEDSINCE " + modSeq + ") +FLAGS.SILENT (pris)");
        assertThat(stored.status()).startsWith("OK [MODIFIED 1,3] ");
        assertThat(lines(stored, "FETCH")).singleElement().asString().contains("UID 2", "MODSEQ");
        assertThat(lines(stored, "FLAGS (")).anyMatch(line -> line.contains("pris")); // announced
    }

    @Test
    void what_examine_has_opened_is_not_changed() throws IOException {
        append(first, 1);
        first.must("SELECT \"" + BOX + "\"");
        first.must("STORE 1 +FLAGS.SILENT (\\Deleted)");
        assertThat(second.must("EXAMINE \"" + BOX + "\"").status()).contains("[READ-ONLY]");
        second.must("FETCH 1 (BODY[])");
        assertThat(second.command("STORE 1 +FLAGS (\\Flagged)").status()).startsWith("NO");
        assertThat(second.command("UID MOVE 1 \"" + OTHER + "\"").status()).startsWith("NO");
        assertThat(second.command("EXPUNGE").status()).startsWith("NO");
        second.must("COPY 1 \"" + OTHER + "\"");
        second.must("CLOSE");
        assertThat(first.flags(1)).contains("\\Deleted").doesNotContain("\\Seen", "\\Flagged");
    }

    @Test
    void after_a_select_that_failed_nothing_is_selected() throws IOException {
        append(first, 1);
        first.must("SELECT \"" + BOX + "\"");
        assertThat(first.command("SELECT absente").status()).startsWith("NO");
        assertThat(first.command("FETCH 1 (FLAGS)").ok()).isFalse();
    }

    @Test
    void expunge_tells_no_modseq_beyond_what_the_client_has_heard() throws IOException {
        append(first, 2);
        first.must("ENABLE QRESYNC");
        first.must("SELECT \"" + BOX + "\"");
        first.must("UID STORE 1 +FLAGS.SILENT (\\Deleted)");
        Answer expunged = first.must("EXPUNGE");
        assertThat(expunged.lines()).contains("* VANISHED 1");
        Answer status = second.must("STATUS \"" + BOX + "\" (HIGHESTMODSEQ)");
        assertThat(expunged.status()).contains("[HIGHESTMODSEQ " + number(status, "HIGHESTMODSEQ") + "]");
    }

    @Test
    void done_may_follow_idle_at_once() throws IOException {
        append(first, 1);
        first.must("SELECT \"" + BOX + "\"");
        append(second, 1);
        Answer idled = first.must("IDLE\r\nDONE");
        assertThat(idled.lines()).contains("+ Idling");
        assertThat(first.must("NOOP").ok()).isTrue();
        assertThat(first.must("UID FETCH 2 (UID)").lines()).contains("* 2 FETCH (UID 2)");
    }
}
