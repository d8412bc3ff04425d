package fr.sceau.server.selection;

import fr.sceau.store.message.ConditionalFlags;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.StoreRequest;
import org.apache.james.imap.message.response.FetchResponse;
import org.apache.james.imap.processor.EnableProcessor;
import org.apache.james.mailbox.MessageSequenceNumber;
import org.apache.james.mailbox.model.UpdatedFlags;

/** What STORE tells of the messages that it has changed (RFC 3501 6.4.6, RFC 7162 3.1.3 and 3.2.4). */
record StoredFlags(StoreRequest request, ImapSession session, Responder responder) {
    void tell(ConditionalFlags.Outcome outcome) {
        outcome.done().forEach(this::tell);
    }

    private void tell(UpdatedFlags changed) {
        Set<Capability> enabled = EnableProcessor.getEnabledCapabilities(session);
        boolean resyncs = enabled.contains(ImapConstants.SUPPORTS_QRESYNC);
        boolean modSeq =
                resyncs || enabled.contains(ImapConstants.SUPPORTS_CONDSTORE) || request.getUnchangedSince() != -1;
        if (modSeq || !request.isSilent()) {
            boolean uid = resyncs || request.isUseUids();
            session.getSelected()
                    .msn(changed.getUid())
                    .ifPresent(number -> responder.respond(response(number, changed, uid, modSeq)));
        }
    }

    private FetchResponse response(MessageSequenceNumber number, UpdatedFlags changed, boolean uid, boolean modSeq) {
        return new FetchResponse(
                number,
                request.isSilent() ? null : flags(changed),
                uid ? changed.getUid() : null,
                null,
                modSeq ? changed.getModSeq() : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Flags flags(UpdatedFlags changed) {
        SelectedMailbox selected = session.getSelected();
        Flags flags = new Flags(changed.getNewFlags());
        flags.remove(Flags.Flag.RECENT);
        if (selected.isRecent(changed.getUid())) {
            flags.add(Flags.Flag.RECENT);
        }
        return flags;
    }
}
