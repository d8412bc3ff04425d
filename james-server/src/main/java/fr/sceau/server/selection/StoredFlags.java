package fr.sceau.server.selection;

import fr.sceau.server.fetch.FlagsAnswer;
import fr.sceau.store.message.ConditionalFlags;
import java.util.Set;
import javax.mail.Flags;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.message.Capability;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.StoreRequest;
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

    private ImapResponseMessage response(
            MessageSequenceNumber number, UpdatedFlags changed, boolean uid, boolean modSeq) {
        Flags flags = FlagsAnswer.inSession(session.getSelected(), changed.getUid(), changed.getNewFlags());
        return FlagsAnswer.of(
                number,
                request.isSilent() ? null : flags,
                uid ? changed.getUid() : null,
                modSeq ? changed.getModSeq() : null);
    }
}
