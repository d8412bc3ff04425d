package fr.sceau.mailets.mx;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.operators.DistinguishedName;
import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.smtp.PeerIdentity;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.smtp.Refuser;
import fr.sceau.smime.facts.Origin;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.security.auth.x500.X500Principal;
import org.apache.james.core.MailAddress;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;

/**
 * The end of DATA on port 25: notes which operator handed the mail over. Content is not judged here; a bad signature is
 * a label, never a refusal.
 */
public final class PeerOrigin implements JamesMessageHook {
    private final Operators operators;
    private final Refuser refuser;

    @Inject
    public PeerOrigin(Operators operators, Refuser refuser) {
        this.operators = operators;
        this.refuser = refuser;
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        Optional<X500Principal> peer = PeerIdentity.of(session);
        Set<String> domains =
                peer.map(DistinguishedName::of).map(operators::domainsOf).orElse(Set.of());
        if (peer.isEmpty() || domains.isEmpty()) {
            return refuser.refuse(session, Refusal.PEER_NOT_LISTED);
        }
        String domain = mail.getMaybeSender()
                .asOptional()
                .map(MailAddress::getDomain)
                .map(found -> found.asString())
                .orElseGet(() -> domains.iterator().next());
        MailFacts.of(mail).origin(new Origin.Operator(domain, peer.get().getName()));
        return HookResult.DECLINED;
    }
}
