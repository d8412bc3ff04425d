package fr.sceau.server.selection;

import org.apache.james.imap.api.display.HumanReadableText;
import org.apache.james.imap.api.message.response.StatusResponse;
import org.apache.james.imap.api.message.response.StatusResponse.ResponseCode;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapProcessor.Responder;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.apache.james.imap.message.response.ExistsResponse;
import org.apache.james.imap.message.response.RecentResponse;
import org.apache.james.mailbox.ModSeq;

/** What SELECT says of a mailbox (RFC 3501 6.3.1, RFC 7162 3.1.2.1, RFC 8474 4.1). */
record Opening(StatusResponseFactory responses, Views.Open opened, Responder responder) {
    void identity() {
        ok(HumanReadableText.OK, ResponseCode.mailboxId(opened.view().getMailboxId()));
    }

    void counts() {
        responder.respond(new ExistsResponse(opened.view().existsCount()));
        responder.respond(new RecentResponse(opened.view().recentCount()));
        ok(
                HumanReadableText.UID_VALIDITY,
                ResponseCode.uidValidity(opened.metaData().getUidValidity()));
        opened.state().firstUnseen().ifPresent(uid -> opened.view()
                .msn(uid)
                .ifPresent(number -> ok(HumanReadableText.unseen(number), ResponseCode.unseen(number))));
    }

    void numbers() {
        responder.respond(
                highestModSeq(responses, opened.state().highestModSeq().asLong()));
        ok(HumanReadableText.UIDNEXT, ResponseCode.uidNext(opened.state().nextUid()));
    }

    static StatusResponse highestModSeq(StatusResponseFactory responses, long modSeq) {
        return responses.untaggedOk(HumanReadableText.HIGHEST_MOD_SEQ, ResponseCode.highestModSeq(ModSeq.of(modSeq)));
    }

    void done(AbstractMailboxSelectionRequest request, HumanReadableText text) {
        boolean writable = opened.metaData().isWriteable() && !opened.view().readOnly();
        ResponseCode code = writable ? ResponseCode.readWrite() : ResponseCode.readOnly();
        responder.respond(responses.taggedOk(request.getTag(), request.getCommand(), text, code));
    }

    private void ok(HumanReadableText text, ResponseCode code) {
        responder.respond(responses.untaggedOk(text, code));
    }
}
