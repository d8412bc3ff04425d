package fr.sceau.server.imap;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.api.process.SelectedMailbox;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.request.IdleRequest;
import org.apache.james.imap.message.request.RenameRequest;
import org.apache.james.imap.message.response.ExistsResponse;

/**
 * Answers of James put right on their way out. SELECT counts by the database, while numbers go by the session's own list:
 * EXISTS is that list's. RENAME tells news after its OK, where no client expects them: the OK waits for the end. News of an
 * IDLE are written by other threads into the one buffer of its answer, which nobody guards: here one thread at a time.
 */
final class CarefulResponder implements Responder {
    private final Responder responder;
    private final ImapSession session;
    private final boolean selects;
    private final boolean renames;
    private final boolean idles;
    private final List<ImapResponseMessage> held = new ArrayList<>();

    CarefulResponder(Responder responder, ImapSession session, ImapMessage command) {
        this.responder = responder;
        this.session = session;
        this.selects = command instanceof AbstractMailboxSelectionRequest;
        this.renames = command instanceof RenameRequest;
        this.idles = command instanceof IdleRequest;
    }

    @Override
    public synchronized void respond(ImapResponseMessage message) {
        SelectedMailbox selected = session.getSelected();
        if (renames && message instanceof StatusResponse status && status.getTag() != null) {
            held.add(message);
        } else if (selects && message instanceof ExistsResponse && selected != null) {
            responder.respond(new ExistsResponse(selected.existsCount()));
        } else {
            responder.respond(message);
        }
    }

    /** The command has been processed. */
    synchronized void release() {
        held.forEach(responder::respond);
        held.clear();
        if (idles) {
            responder.flush();
        }
    }

    @Override
    public synchronized void flush() {
        responder.flush();
    }
}
