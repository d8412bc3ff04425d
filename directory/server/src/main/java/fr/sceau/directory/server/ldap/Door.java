package fr.sceau.directory.server.ldap;

import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import fr.sceau.directory.server.ldap.Search.Outcome;
import fr.sceau.directory.server.served.Audience;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** One entrance while it is open: who is connected there, and what they may ask. */
final class Door {
    private final Entrance entrance;
    private final Connections connections;
    private final Optional<Rates> rates;

    Door(Entrance entrance, Limits limits) {
        this.entrance = entrance;
        this.connections = new Connections(limits.connections());
        this.rates =
                entrance.isForAnybody() ? Optional.of(new Rates(limits.rate(), System::nanoTime)) : Optional.empty();
    }

    Connections connections() {
        return connections;
    }

    Audience audience() {
        return entrance.isForAnybody() ? Audience.ANYBODY : Audience.MACHINE;
    }

    boolean offersStartTls() {
        return entrance.offersStartTls();
    }

    /** RFC 4511 4.1.9: confidentialityRequired. */
    boolean isTooOpen(LDAPListenerClientConnection client) {
        return entrance.isForAnybody() && !isEncrypted(client);
    }

    /** Why a search is not run; nothing when it is. */
    Optional<Outcome> refusal(LDAPListenerClientConnection client, boolean root) {
        if (isTooOpen(client) && !root) {
            return Optional.of(Outcome.refused(ResultCode.CONFIDENTIALITY_REQUIRED, "StartTLS first"));
        }
        boolean mayAsk = rates.map(each -> each.take(client.getSocket().getInetAddress()))
                .orElse(true);
        return mayAsk
                ? Optional.empty()
                : Optional.of(Outcome.refused(ResultCode.BUSY, "too many searches from this address, later again"));
    }

    /** RFC 4511 4.14: what was sent in clear behind the request is dropped with the reader that held it. */
    LDAPMessage startTls(int id, LDAPListenerClientConnection client) {
        if (!entrance.offersStartTls()) {
            return Answers.extended(id, ResultCode.PROTOCOL_ERROR, "no StartTLS here");
        }
        if (isEncrypted(client)) {
            return Answers.extended(id, ResultCode.OPERATIONS_ERROR, "there is TLS already");
        }
        LDAPMessage begins = Answers.tlsBegins(id);
        try {
            OutputStream clear =
                    client.convertToTLS(entrance.tls().orElseThrow().upgrading());
            clear.write(begins.encode().encode());
            clear.flush();
            return begins; // not sent once more, convertToTLS sees to that
        } catch (LDAPException | IOException e) {
            return Answers.extended(id, ResultCode.OPERATIONS_ERROR, "TLS cannot begin");
        }
    }

    private static boolean isEncrypted(LDAPListenerClientConnection client) {
        return client.getSocket() instanceof SSLSocket;
    }
}
