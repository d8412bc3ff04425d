package fr.sceau.server.selection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.database.Sql;
import fr.sceau.store.imap.StoreHost;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is told when the database does not give everything. */
final class BrokenDatabaseTest {
    private final StoreHost host = StoreHost.started(new OwnHost());
    private final ImapTalk talk = new ImapTalk(host);

    BrokenDatabaseTest() throws Exception {}

    @BeforeEach
    void twoMessages() throws Exception {
        talk.command("SELECT INBOX");
        talk.append("INBOX", "un");
        talk.append("INBOX", "deux");
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
        talk.stop();
        host.afterTest();
    }

    @Test
    void ok_is_not_said_of_a_message_that_was_not_shown() throws Exception {
        loseTheSecondBody();
        List<String> both = talk.command("UID FETCH 1:2 (BODY.PEEK[])");
        assertThat(both).contains("un)").last().asString().contains("NO FETCH");
        assertThat(talk.command("UID FETCH 1 (BODY.PEEK[])")).last().asString().contains("OK FETCH");
    }

    @Test
    void the_rest_of_it_is_shown() throws Exception {
        loseTheSecondBody();
        assertThat(talk.command("UID FETCH 1:2 (UID FLAGS ENVELOPE)"))
                .last()
                .asString()
                .contains("OK FETCH");
    }

    @Test
    void flags_that_could_not_be_told_are_told_the_next_time() throws Exception {
        talk.command("NOOP");
        sql().update(
                        "WITH box AS (UPDATE mailbox SET highest_modseq = highest_modseq + 1 RETURNING id, highest_modseq),"
                                + " flagged AS (UPDATE message m SET flagged = true, modseq = box.highest_modseq FROM box WHERE m.uid = 1)"
                                + " INSERT INTO change (mailbox_id, modseq, uid, kind) SELECT id, highest_modseq, 1, 'f' FROM box");
        sql().update("ALTER TABLE side_record RENAME TO elsewhere");
        assertThat(talk.command("NOOP")).noneMatch(line -> line.contains("FETCH"));
        sql().update("ALTER TABLE elsewhere RENAME TO side_record");
        assertThat(talk.command("NOOP")).anyMatch(line -> line.contains("* 1 FETCH") && line.contains("\\Flagged"));
    }
}
