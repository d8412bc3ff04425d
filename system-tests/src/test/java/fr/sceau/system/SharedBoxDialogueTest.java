package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.mail.Shares;
import fr.sceau.system.mail.TraceLines;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The service's box in the own session of a person: seen, used and traced as the rights of the moment say. */
final class SharedBoxDialogueTest {
    private static final String BOX = Shares.service();

    private final TestSceau sceau = TestSceau.shared();
    private final Shares shares = new Shares(sceau);

    /** A new letter in the service's inbox, and its UID. */
    private long deliver() throws IOException {
        Letter letter = Letter.result(Cast.HELENE, Cast.CARDIOLOGY);
        new Outbox(sceau).handOver(Cast.CARDIOLOGY, letter.bytes());
        try (ImapTalk imap = shares.session(Cast.LEILA)) {
            return Shares.awaitIn(imap, BOX, letter.id());
        }
    }

    private List<String> traced(String event, String person) throws IOException {
        return TraceLines.all(sceau).stream()
                .filter(line -> line.contains("\"event\":\"" + event + "\""))
                .filter(line -> line.contains("\"person\":\"" + person + "\""))
                .toList();
    }

    @Test
    void secretary_finds_the_box_of_her_service_beside_her_own() throws IOException {
        deliver();
        try (ImapTalk imap = shares.session(Cast.LEILA)) {
            assertThat(imap.must("NAMESPACE").lines())
                    .containsExactly("* NAMESPACE ((\"\" \"/\")) ((\"Partages/\" \"/\")) NIL");
            assertThat(imap.must("LIST \"\" \"*\"").lines())
                    .contains(
                            "* LIST (\\Noselect \\HasChildren) \"/\" \"Partages\"",
                            "* LIST (\\HasNoChildren) \"/\" \"" + BOX + "\"");
            assertThat(imap.must("LIST \"\" \"%\"").lines()).noneMatch(line -> line.contains(BOX));
            assertThat(imap.must("LIST \"\" \"Partages/%\"").lines()).hasSize(1);
            assertThat(imap.must("LSUB \"\" \"*\"").lines()).anyMatch(line -> line.endsWith("\"" + BOX + "\""));
            assertThat(imap.must("LIST (SUBSCRIBED) \"\" \"*\" RETURN (SPECIAL-USE)")
                            .lines())
                    .anyMatch(line -> line.contains(BOX));
            assertThat(imap.must("LIST \"\" \"*\" RETURN (STATUS (MESSAGES))").lines())
                    .anyMatch(line -> line.startsWith("* STATUS \"" + BOX + "\""));
            assertThat(imap.must("LIST \"\" \"*\" RETURN (MYRIGHTS)").lines())
                    .filteredOn(line -> line.startsWith("* MYRIGHTS"))
                    .anyMatch(line -> line.contains("INBOX") && line.contains("a"))
                    .anyMatch(line -> line.contains(BOX + "\"") && !line.split(" ")[3].contains("a"));
            assertThat(imap.must("STATUS \"" + BOX + "\" (MESSAGES)").lines())
                    .anyMatch(line -> line.startsWith("* STATUS \"" + BOX + "\""));
            assertThat(Shares.letters(imap.must("MYRIGHTS \"" + BOX + "\""))).isEqualTo("eiklrstwx");
            assertThat(imap.must("SELECT \"" + BOX + "\"").status()).contains("[READ-WRITE]");
            imap.must("SELECT INBOX"); // she has no address of her own, and yet the inbox that every client looks for
        }
    }

    @Test
    void what_she_does_there_is_done_and_traced_under_her_name() throws IOException {
        long uid = deliver();
        String filed = BOX + "/Dossiers traités.2026";
        try (ImapTalk imap = shares.session(Cast.LEILA)) {
            imap.must("CREATE \"" + utf7(filed) + "\"");
            imap.must("SELECT \"" + BOX + "\"");
            imap.must("UID FETCH " + uid + " (BODY[])");
            imap.must("UID STORE " + uid + " +FLAGS (\\Flagged $Vu)");
            assertThat(imap.flags(uid)).contains("\\Seen", "\\Flagged", "$Vu");
            imap.must("UID COPY " + uid + " \"" + utf7(filed) + "\"");
            imap.must("UID MOVE " + uid + " \"" + utf7(filed) + "\"");
            assertThat(imap.search("UID " + uid)).isEmpty();
            imap.must("APPEND \"" + utf7(filed) + "\" (\\Seen) {8+}\r\nA: b\r\n\r\n");
            imap.must("SELECT \"" + utf7(filed) + "\"");
            assertThat(imap.search("ALL")).hasSize(3);
            imap.must("UID STORE 1:* +FLAGS (\\Deleted)");
            imap.must("EXPUNGE");
            imap.must("SELECT INBOX");
            imap.must("RENAME \"" + utf7(filed) + "\" \"" + BOX + "/Fini\"");
            imap.must("DELETE \"" + BOX + "/Fini\"");
        }
        for (String event : List.of(
                "opened",
                "flagged",
                "copied",
                "moved",
                "added",
                "expunged",
                "folder_created",
                "folder_renamed",
                "folder_deleted")) {
            assertThat(traced(event, Cast.LEILA))
                    .as(event)
                    .isNotEmpty()
                    .allMatch(line -> line.contains("\"mailbox\":\"" + Cast.CARDIOLOGY + "\""))
                    .noneMatch(line -> line.contains("Dossiers"));
        }
        assertThat(traced("expunged", Cast.LEILA)).anyMatch(line -> line.contains("\"count\":3"));
        assertThat(traced("opened", Cast.LEILA)).anyMatch(line -> line.contains("\"uids\":\"" + uid + "\""));
    }

    /** RFC 3501 5.1.3, for the one sign that these names hold. */
    private static String utf7(String name) {
        return name.replace("é", "&AOk-");
    }

    @Test
    void reader_sees_everything_and_changes_nothing() throws IOException {
        long uid = deliver();
        shares.give(Cast.CARDIOLOGY, Cast.PAUL, "read");
        try {
            for (String login : List.of(Cast.PAUL, Cast.PAUL.replace("@", "+cardiologie@"))) {
                readOnly(uid, login);
            }
            assertThat(new Outbox(sceau).mayWriteAs(Cast.PAUL, Cast.CARDIOLOGY)).isFalse();
        } finally {
            shares.take(Cast.CARDIOLOGY, Cast.PAUL);
        }
    }

    private void readOnly(long uid, String login) throws IOException {
        String box = login.contains("+") ? "INBOX" : BOX;
        String below = login.contains("+") ? "Essai" : BOX + "/Essai";
        try (ImapTalk imap = shares.session(login)) {
            assertThat(imap.must("SELECT \"" + box + "\"").status()).contains("[READ-ONLY]");
            assertThat(Shares.letters(imap.must("MYRIGHTS \"" + box + "\""))).isEqualTo("lr");
            assertThat(imap.must("UID FETCH " + uid + " (BODY[])").literals()).hasSize(1);
            assertThat(imap.command("UID STORE " + uid + " +FLAGS (\\Seen)").ok())
                    .isFalse();
            assertThat(imap.command("UID STORE " + uid + " FLAGS (\\Deleted)").ok())
                    .isFalse();
            assertThat(imap.command("UID MOVE " + uid + " \"" + box + "\"").ok())
                    .isFalse();
            assertThat(imap.command("EXPUNGE").ok()).isFalse();
            assertThat(imap.command("APPEND \"" + box + "\" {8+}\r\nA: b\r\n\r\n")
                            .ok())
                    .isFalse();
            assertThat(imap.command("CREATE \"" + below + "\"").ok()).isFalse();
            assertThat(imap.command("DELETE \"" + box + "\"").ok()).isFalse();
            assertThat(imap.command("SETACL \"" + box + "\" " + Cast.CLAIRE + " lr")
                            .ok())
                    .isFalse();
            assertThat(imap.command("GETACL \"" + box + "\"").ok()).isFalse();
        }
        try (ImapTalk imap = shares.session(Cast.LEILA)) {
            imap.must("SELECT \"" + BOX + "\"");
            assertThat(imap.search("UID " + uid + " UNSEEN UNDELETED")).containsExactly(uid);
        }
    }

    @Test
    void person_without_rights_sees_nothing_not_even_the_name() throws IOException {
        deliver();
        try (ImapTalk imap = shares.session(Cast.CLAIRE)) {
            assertThat(imap.must("LIST \"\" \"*\"").lines()).noneMatch(line -> line.contains("Partages"));
            assertThat(imap.must("LSUB \"\" \"*\"").lines()).noneMatch(line -> line.contains("Partages"));
            String absent = Shares.shown("absente@" + Cast.DOMAIN);
            for (String command : List.of("SELECT", "MYRIGHTS", "GETACL", "DELETE", "CREATE", "SUBSCRIBE")) {
                String answer = imap.command(command + " \"" + BOX + "\"").status();
                assertThat(answer)
                        .as(command)
                        .startsWith("NO")
                        .isEqualTo(imap.command(command + " \"" + absent + "\"").status());
            }
            assertThat(imap.command("CREATE Partages/essai").ok()).isFalse();
        }
        try (ImapTalk imap = ImapTalk.tls(sceau.port("imaps.port"), sceau.client())) {
            String login = Cast.CLAIRE.replace("@", "+cardiologie@");
            assertThat(imap.command("LOGIN " + login + " " + shares.password(Cast.CLAIRE))
                            .ok())
                    .isFalse();
        }
    }
}
