package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import fr.sceau.directory.server.ldap.Search.Asker;
import fr.sceau.directory.server.ldap.Search.Outcome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one client may do: read without a password. */
final class ReadOnlyHandler extends LDAPListenerRequestHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReadOnlyHandler.class);

    private final Search search;
    private final Door door;
    private final Optional<LDAPListenerClientConnection> connection;

    ReadOnlyHandler(Search search, Door door) {
        this(search, door, Optional.empty());
    }

    private ReadOnlyHandler(Search search, Door door, Optional<LDAPListenerClientConnection> connection) {
        this.search = search;
        this.door = door;
        this.connection = connection;
    }

    @Override
    public LDAPListenerRequestHandler newInstance(LDAPListenerClientConnection client) {
        client.setUncaughtExceptionHandler((thread, fault) -> drop(client, fault));
        door.connections().opened(client.getConnectionID(), client.getSocket());
        return new ReadOnlyHandler(search, door, Optional.of(client));
    }

    @Override
    public void closeInstance() {
        connection.ifPresent(client -> door.connections().closed(client.getConnectionID()));
    }

    /** The SDK decodes nested filters recursively: one that exhausts the stack must cost its sender only. */
    private static void drop(LDAPListenerClientConnection client, Throwable fault) {
        LOG.warn("a connection was dropped: {}", fault.getClass().getName());
        hangUp(client);
    }

    private static void hangUp(LDAPListenerClientConnection client) {
        try {
            client.close();
        } catch (IOException e) {
            LOG.warn("a connection could not be closed", e);
        }
    }

    @Override
    public LDAPMessage processBindRequest(int id, BindRequestProtocolOp request, List<Control> controls) {
        if (hasUnknownCritical(controls)) {
            return Answers.bind(id, ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "control not supported");
        }
        if (door.isTooOpen(connection.orElseThrow())) {
            return Answers.bind(id, ResultCode.CONFIDENTIALITY_REQUIRED, "StartTLS first");
        }
        if (request.getCredentialsType() != BindRequestProtocolOp.CRED_TYPE_SIMPLE) {
            return Answers.bind(id, ResultCode.AUTH_METHOD_NOT_SUPPORTED, "only the anonymous bind is supported");
        }
        boolean named = !request.getBindDN().isEmpty();
        boolean password = request.getSimplePassword().getValueLength() > 0;
        if (named && !password) { // RFC 4513 5.1.2: a name without a password must not pass for a login
            return Answers.bind(id, ResultCode.UNWILLING_TO_PERFORM, "a name needs a password");
        }
        return named || password
                ? Answers.bind(id, ResultCode.INVALID_CREDENTIALS, "nobody has an account here")
                : Answers.bind(id, ResultCode.SUCCESS, "");
    }

    @Override
    public LDAPMessage processSearchRequest(int id, SearchRequestProtocolOp request, List<Control> controls) {
        List<Control> others = controls.stream()
                .filter(control -> !control.getOID().equals(Paging.OID))
                .toList();
        if (hasUnknownCritical(others)) {
            return Answers.search(
                    id, Outcome.refused(ResultCode.UNAVAILABLE_CRITICAL_EXTENSION, "control not supported"));
        }
        LDAPListenerClientConnection client = connection.orElseThrow();
        door.connections().asks(client.getConnectionID());
        Optional<Outcome> refusal = door.refusal(client, isOfRoot(request));
        if (refusal.isPresent()) {
            return Answers.search(id, refusal.get());
        }
        try {
            return send(
                    id, search.run(request, Paging.asked(controls), new Asker(door.audience(), door.offersStartTls())));
        } catch (LDAPException e) {
            return Answers.search(id, Outcome.refused(ResultCode.PROTOCOL_ERROR, "the pages asked for are none"));
        }
    }

    private static boolean isOfRoot(SearchRequestProtocolOp request) {
        return request.getBaseDN().isEmpty() && request.getScope().equals(SearchScope.BASE);
    }

    private LDAPMessage send(int id, Outcome outcome) {
        LDAPListenerClientConnection client = connection.orElseThrow();
        try {
            Answers.write(id, outcome.entries(), client.getSocket().getOutputStream());
        } catch (LDAPException | IOException e) {
            hangUp(client);
        }
        return Answers.search(id, outcome);
    }

    /** RFC 4511 4.1.11. */
    private static boolean hasUnknownCritical(List<Control> controls) {
        return controls.stream().anyMatch(Control::isCritical);
    }

    @Override
    public LDAPMessage processAddRequest(int id, AddRequestProtocolOp request, List<Control> controls) {
        return Answers.noAdd(id);
    }

    @Override
    public LDAPMessage processDeleteRequest(int id, DeleteRequestProtocolOp request, List<Control> controls) {
        return Answers.noDelete(id);
    }

    @Override
    public LDAPMessage processModifyRequest(int id, ModifyRequestProtocolOp request, List<Control> controls) {
        return Answers.noModify(id);
    }

    @Override
    public LDAPMessage processModifyDNRequest(int id, ModifyDNRequestProtocolOp request, List<Control> controls) {
        return Answers.noModifyDn(id);
    }

    @Override
    public LDAPMessage processCompareRequest(int id, CompareRequestProtocolOp request, List<Control> controls) {
        return Answers.noCompare(id);
    }

    @Override
    public LDAPMessage processExtendedRequest(int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        return request.getOID().equals(StartTLSExtendedRequest.STARTTLS_REQUEST_OID)
                ? door.startTls(id, connection.orElseThrow())
                : Answers.noExtension(id);
    }
}
