package fr.sceau.server.selection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.database.Sql;
import fr.sceau.store.imap.StoreHost;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.mpt.api.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is told when the database does not give everything. */
final class BrokenDatabaseTest {
    private final StoreHost host = StoreHost.started(new OwnHost());
    private final Session session = host.newSession(null);
    private int tag;

    BrokenDatabaseTest() throws Exception {}

    @BeforeEach
    void twoMessages() throws Exception {
        host.addUser(Username.of("claire"), "secret");
        session.start();
        session.readLine();
        command("LOGIN claire secret");
        command("SELECT INBOX");
        for (String text : List.of("un", "deux")) {
            session.writeLine("b APPEND INBOX {" + (14 + text.length()) + "+}");
            session.writeLine("Subject: x");
            session.writeLine("");
            session.writeLine(text);
            List<String> lines = new ArrayList<>();
            for (String line = session.readLine(); !line.startsWith("b "); line = session.readLine()) {
                lines.add(line);
            }
        }
    }

    private void loseTheSecondBody() {
        sql().update("DELETE FROM content_chunk WHERE content_id ="
                + " (SELECT content_id FROM message ORDER BY uid DESC LIMIT 1)");
    }

    private Sql sql() {
        return new Sql(host.database());
    }

    @AfterEach
    void close() throws Exception {
        session.stop();
        host.afterTest();
    }

    private List<String> command(String text) throws Exception {
        String mark = "a" + ++tag;
        session.writeLine(mark + " " + text);
        List<String> lines = new ArrayList<>();
        do {
            lines.add(session.readLine());
        } while (!lines.get(lines.size() - 1).startsWith(mark + " "));
        return lines;
    }

    @Test
    void ok_is_not_said_of_a_message_that_was_not_shown() throws Exception {
        loseTheSecondBody();
        List<String> both = command("UID FETCH 1:2 (BODY.PEEK[])");
        assertThat(both).contains("un)").last().asString().contains("NO FETCH");
        assertThat(command("UID FETCH 1 (BODY.PEEK[])")).last().asString().contains("OK FETCH");
    }

    @Test
    void the_rest_of_it_is_shown() throws Exception {
        loseTheSecondBody();
        assertThat(command("UID FETCH 1:2 (UID FLAGS ENVELOPE)"))
                .last()
                .asString()
                .contains("OK FETCH");
    }

    @Test
    void flags_that_could_not_be_told_are_told_the_next_time() throws Exception {
        command("NOOP");
        sql().update(
                        "WITH box AS (UPDATE mailbox SET highest_modseq = highest_modseq + 1 RETURNING id, highest_modseq),"
                                + " flagged AS (UPDATE message m SET flagged = true, modseq = box.highest_modseq FROM box WHERE m.uid = 1)"
                                + " INSERT INTO change (mailbox_id, modseq, uid, kind) SELECT id, highest_modseq, 1, 'f' FROM box");
        sql().update("ALTER TABLE side_record RENAME TO elsewhere");
        assertThat(command("NOOP")).noneMatch(line -> line.contains("FETCH"));
        sql().update("ALTER TABLE elsewhere RENAME TO side_record");
        assertThat(command("NOOP")).anyMatch(line -> line.contains("* 1 FETCH") && line.contains("\\Flagged"));
    }
}
