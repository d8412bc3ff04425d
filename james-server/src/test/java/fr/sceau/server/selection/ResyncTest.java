package fr.sceau.server.selection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.MailboxNumber;
import fr.sceau.store.message.MailboxChanges;
import fr.sceau.store.server.TestStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.core.Username;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.encode.FakeImapSession;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest.ClientSpecifiedUidValidity;
import org.apache.james.imap.message.request.SelectRequest;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.mailbox.MailboxSession;
import org.apache.james.mailbox.MessageManager;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.MailboxPath;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a client that was away is told when the mailbox changes while it is told. */
final class ResyncTest {
    private static final byte[] LETTER = "Subject: x\r\n\r\ncorps\r\n".getBytes(StandardCharsets.US_ASCII);

    private final TestStore store = TestStore.open();
    private final MailboxChanges changes = new MailboxChanges(store.database());
    private final List<ImapResponseMessage> told = new ArrayList<>();

    @Test
    void message_that_is_counted_and_gone_again_has_its_number_told() throws Exception {
        MailboxSession session = store.getMailboxManager().createSystemSession(Username.of("claire"));
        MailboxPath path = MailboxPath.inbox(session);
        store.getMailboxManager().createMailbox(path, session);
        MessageManager inbox = store.getMailboxManager().getMailbox(path, session);
        MailboxNumber number = MailboxNumber.of(inbox.getId());
        for (int i = 0; i < 3; i++) {
            inbox.appendMessage(MessageManager.AppendCommand.builder().build(LETTER), session);
        }
        Wakes wakes = new Wakes(store.events(), number, session.getSessionId());
        SelectedView view = new SelectedView(
                changes, inbox, Mono.empty(), wakes, changes.open(number).orElseThrow());
        new Sql(store.database()).update("DELETE FROM message WHERE uid = 2");
        FakeImapSession imap = new FakeImapSession();
        imap.setMailboxSession(session);
        new Resync(changes, imap, view, responder()).answer(request()).block();
        assertThat(told)
                .filteredOn(FetchResponse.class::isInstance)
                .extracting(each -> ((FetchResponse) each).getUid())
                .containsExactlyInAnyOrder(MessageUid.of(2), MessageUid.of(3));
    }

    /** It knows the first message, which has modseq 2. */
    private static SelectRequest request() {
        return new SelectRequest("INBOX", false, ClientSpecifiedUidValidity.of(42), 2L, null, null, null, new Tag("a"));
    }

    private Responder responder() {
        return new Responder() {
            @Override
            public void respond(ImapResponseMessage message) {
                told.add(message);
            }

            @Override
            public void flush() {
                // Nothing is kept back.
            }
        };
    }
}
