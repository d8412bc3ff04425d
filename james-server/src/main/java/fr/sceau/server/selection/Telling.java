package fr.sceau.server.selection;

import org.apache.james.imap.api.message.response.ImapResponseMessage;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.process.ImapProcessor.Responder;

/**
 * Passes answers on. James tells an untagged NO when it could not read the flags that it was to tell, and then takes them for
 * told: here they are kept for the next time.
 */
record Telling(Responder responder, SelectedView view) implements Responder {
    @Override
    public void respond(ImapResponseMessage message) {
        if (message instanceof StatusResponse status
                && status.getTag() == null
                && status.getServerResponseType() == StatusResponse.Type.NO) {
            view.news().keep();
        }
        responder.respond(message);
    }

    @Override
    public void flush() {
        responder.flush();
    }
}
