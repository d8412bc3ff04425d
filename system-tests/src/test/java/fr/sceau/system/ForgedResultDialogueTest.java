package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.demo.world.Cast;
import fr.sceau.smime.facts.MessageFacts;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Inbox;
import fr.sceau.system.mail.Letter;
import fr.sceau.system.mail.Outbox;
import fr.sceau.system.talk.ImapTalk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whoever may write into a mailbox can write our result into a message, but cannot make the server vouch for it. */
final class ForgedResultDialogueTest {
    private final TestSceau sceau = TestSceau.shared();

    @Test
    void message_that_a_client_put_there_never_bears_the_servers_keyword_and_a_delivered_one_always_does()
            throws IOException {
        Letter letter = Letter.result(Cast.HELENE, Cast.CLAIRE);
        assertThat(new Outbox(sceau).handOver(Cast.CLAIRE, letter.bytes()).code())
                .isEqualTo(250);
        byte[] delivered = Inbox.of(sceau, Cast.CLAIRE).await(letter.id());
        try (ImapTalk imap = Inbox.of(sceau, Cast.CLAIRE).open()) {
            long genuine =
                    imap.search("HEADER Message-ID \"" + letter.id() + "\"").get(0);
            append(imap, delivered);
            long forged =
                    imap.search("ALL").stream().mapToLong(Long::longValue).max().orElseThrow();
            assertThat(forged).isGreaterThan(genuine);

            imap.command("UID STORE " + forged + " +FLAGS (" + MessageFacts.JUDGED_KEYWORD + ")");
            imap.command("UID STORE " + genuine + " -FLAGS (" + MessageFacts.JUDGED_KEYWORD + ")");

            assertThat(imap.flags(forged)).doesNotContainIgnoringCase(MessageFacts.JUDGED_KEYWORD);
            assertThat(imap.flags(genuine)).contains(MessageFacts.JUDGED_KEYWORD);
        }
    }

    private static void append(ImapTalk imap, byte[] message) throws IOException {
        String text = new String(message, StandardCharsets.ISO_8859_1).replace("unsigned", "trusted");
        imap.must("APPEND INBOX (" + MessageFacts.JUDGED_KEYWORD + ") {" + text.getBytes(StandardCharsets.UTF_8).length
                + "+}\r\n" + text);
    }
}
