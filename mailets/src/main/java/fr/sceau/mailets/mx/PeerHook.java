package fr.sceau.mailets.mx;

import fr.sceau.mailets.operators.DistinguishedName;
import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.smtp.PeerIdentity;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.smtp.Refuser;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.security.auth.x500.X500Principal;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;

/**
 * MAIL on port 25: only over TLS, only from an operator of the trust space, only for a domain of that operator. The null
 * sender is allowed: receipts come under it (RFC 5321 4.5.5).
 */
public final class PeerHook implements MailHook {
    private final Operators operators;
    private final Refuser refuser;

    @Inject
    public PeerHook(Operators operators, Refuser refuser) {
        this.operators = operators;
        this.refuser = refuser;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        if (!session.isTLSStarted()) {
            return refuser.refuse(session, Refusal.TLS_REQUIRED);
        }
        Optional<X500Principal> peer = PeerIdentity.of(session);
        if (peer.isEmpty()) {
            return refuser.refuse(session, Refusal.PEER_WITHOUT_CERTIFICATE);
        }
        session.setAttachment(PeerIdentity.NAME, peer.get().getName(), State.Connection);
        Set<String> domains = operators.domainsOf(DistinguishedName.of(peer.get()));
        if (domains.isEmpty()) {
            return refuser.refuse(session, Refusal.PEER_NOT_LISTED);
        }
        return speaksFor(domains, sender) ? HookResult.DECLINED : refuser.refuse(session, Refusal.PEER_NOT_FOR_DOMAIN);
    }

    private static boolean speaksFor(Set<String> domains, MaybeSender sender) {
        return sender.asOptional()
                .map(MailAddress::getDomain)
                .map(domain -> domains.contains(domain.asString().toLowerCase(Locale.ROOT)))
                .orElse(true);
    }
}
