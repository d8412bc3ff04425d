package fr.sceau.server.selection;

import java.util.ArrayList;
import java.util.List;
import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/** James' RENAME tells news after its tagged answer, where no client expects them: here that answer waits for the end. */
final class LateOk implements Responder {
    private final Responder responder;
    private final List<ImapResponseMessage> held = new ArrayList<>();

    LateOk(Responder responder) {
        this.responder = responder;
    }

    @Override
    public void respond(ImapResponseMessage message) {
        if (message instanceof StatusResponse status && status.getTag() != null) {
            held.add(message);
        } else {
            responder.respond(message);
        }
    }

    /** The command has been processed. */
    void release() {
        held.forEach(responder::respond);
        held.clear();
    }

    @Override
    public void flush() {
        responder.flush();
    }
}
