package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Shares;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** RFC 4314 by the owner of a folder. */
final class OwnerShareDialogueTest {
    private final Shares shares = new Shares(TestSceau.shared());

    @Test
    void owner_gives_rights_on_one_folder_by_her_own_mail_program() throws IOException {
        try (ImapTalk claire = shares.session(Cast.CLAIRE);
                ImapTalk paul = shares.session(Cast.PAUL)) {
            claire.must("CREATE \"Pour Paul\"");
            try {
                sharedByOwner(claire, paul);
            } finally {
                claire.must("DELETE \"Pour Paul\"");
            }
        }
    }

    @Test
    void rights_taken_back_end_in_the_folder_that_is_open_and_new_ones_begin() throws IOException {
        String folder = "Rappels";
        String shown = Shares.shown(Cast.CLAIRE) + "/" + folder;
        try (ImapTalk claire = shares.session(Cast.CLAIRE);
                ImapTalk paul = shares.session(Cast.PAUL)) {
            claire.must("CREATE " + folder);
            try {
                claire.must("APPEND " + folder + " {8+}\r\nA: b\r\n\r\n");
                claire.must("SETACL " + folder + " " + Cast.PAUL + " lr");
                paul.must("SELECT \"" + shown + "\"");
                assertThat(paul.command("UID STORE 1 +FLAGS (\\Deleted)").ok()).isFalse();
                claire.must("SETACL " + folder + " " + Cast.PAUL + " lrte");
                paul.must("UID STORE 1 +FLAGS (\\Deleted)");
                claire.must("SETACL " + folder + " " + Cast.PAUL + " lr");
                assertThat(paul.command("EXPUNGE").ok()).isFalse();
                paul.must("UID FETCH 1 (BODY.PEEK[])");
                claire.must("DELETEACL " + folder + " " + Cast.PAUL);
                assertThat(paul.untilHangUp("UID FETCH 1 (BODY.PEEK[])"))
                        .singleElement()
                        .asString()
                        .startsWith("* BYE");
            } finally {
                claire.must("DELETE " + folder);
            }
        }
    }

    private static void sharedByOwner(ImapTalk claire, ImapTalk paul) throws IOException {
        claire.must("SETACL \"Pour Paul\" " + Cast.PAUL + " lrs");
        String shown = Shares.shown(Cast.CLAIRE) + "/Pour Paul";
        assertThat(paul.must("LIST \"\" \"*\"").lines())
                .anyMatch(line -> line.contains("\\Noselect") && line.contains(Shares.shown(Cast.CLAIRE) + "\""))
                .anyMatch(line -> line.contains(shown));
        assertThat(Shares.letters(paul.must("MYRIGHTS \"" + shown + "\""))).isEqualTo("lrs");
        assertThat(paul.command("SELECT \"" + Shares.shown(Cast.CLAIRE) + "\"").ok())
                .isFalse();
        claire.must("DELETEACL \"Pour Paul\" " + Cast.PAUL.toUpperCase(Locale.ROOT));
        assertThat(paul.command("SELECT \"" + shown + "\"").ok()).isFalse();
    }

    @Test
    void what_the_owner_takes_away_ends_in_a_session_that_waits() throws Exception {
        try (ImapTalk claire = shares.session(Cast.CLAIRE);
                ImapTalk paul = shares.session(Cast.PAUL)) {
            claire.must("CREATE \"Un temps\"");
            try {
                claire.must("SETACL \"Un temps\" " + Cast.PAUL + " lr");
                paul.must("SELECT \"" + Shares.shown(Cast.CLAIRE) + "/Un temps\"");
                claire.must("DELETEACL \"Un temps\" " + Cast.PAUL);
                assertThat(paul.untilHangUp("IDLE")).last().asString().startsWith("* BYE");
            } finally {
                claire.must("DELETE \"Un temps\"");
            }
        }
    }
}
