package fr.sceau.directory.server.ldap;

import com.unboundid.asn1.ASN1Buffer;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.protocol.SearchResultEntryProtocolOp;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** The answers that the directory gives. */
final class Answers {
    private static final int TOGETHER = 32 * 1024;
    private static final String READ_ONLY = "this directory is read only";

    private Answers() {}

    static LDAPMessage bind(int id, ResultCode code, String text) {
        return new LDAPMessage(id, new BindResponseProtocolOp(code.intValue(), null, text, List.of(), null));
    }

    static LDAPMessage search(int id, Search.Outcome outcome) {
        String matched = outcome.matched().map(DN::toString).orElse(null);
        SearchResultDoneProtocolOp done =
                new SearchResultDoneProtocolOp(outcome.code().intValue(), matched, outcome.text(), List.of());
        return new LDAPMessage(id, done, outcome.controls());
    }

    /**
     * Many at a time: the SDK writes each entry by itself, which costs more than to find it.
     *
     * @param out what the SDK writes to as well, from this thread
     */
    static void write(int id, List<SearchResultEntry> entries, OutputStream out) throws LDAPException, IOException {
        ASN1Buffer buffer = new ASN1Buffer(TOGETHER);
        for (SearchResultEntry entry : entries) {
            new LDAPMessage(id, new SearchResultEntryProtocolOp(entry)).writeTo(buffer);
            if (buffer.length() >= TOGETHER) {
                buffer.writeTo(out);
                buffer.clear();
            }
        }
        buffer.writeTo(out);
    }

    static LDAPMessage noCompare(int id) {
        return new LDAPMessage(
                id, new CompareResponseProtocolOp(refusal(), null, "compare is not supported, search instead", null));
    }

    static LDAPMessage noExtension(int id) {
        return extended(id, ResultCode.PROTOCOL_ERROR, "not supported"); // RFC 4511 4.12: the answer to an unknown one
    }

    static LDAPMessage extended(int id, ResultCode code, String text) {
        return new LDAPMessage(id, new ExtendedResponseProtocolOp(code.intValue(), null, text, null, null, null));
    }

    static LDAPMessage tlsBegins(int id) {
        String name = StartTLSExtendedRequest.STARTTLS_REQUEST_OID;
        int code = ResultCode.SUCCESS.intValue();
        return new LDAPMessage(id, new ExtendedResponseProtocolOp(code, null, null, null, name, null));
    }

    static LDAPMessage noAdd(int id) {
        return new LDAPMessage(id, new AddResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    static LDAPMessage noDelete(int id) {
        return new LDAPMessage(id, new DeleteResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    static LDAPMessage noModify(int id) {
        return new LDAPMessage(id, new ModifyResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    static LDAPMessage noModifyDn(int id) {
        return new LDAPMessage(id, new ModifyDNResponseProtocolOp(refusal(), null, READ_ONLY, null));
    }

    private static int refusal() {
        return ResultCode.UNWILLING_TO_PERFORM.intValue();
    }
}
