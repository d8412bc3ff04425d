package fr.sceau.mailets.mx;

import fr.sceau.mailets.facts.MailFacts;
import fr.sceau.mailets.facts.MailMessage;
import fr.sceau.mailets.header.MalformedHeader;
import fr.sceau.mailets.header.MessageHeader;
import fr.sceau.mailets.operators.DistinguishedName;
import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.smtp.PeerIdentity;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.smtp.Refuser;
import fr.sceau.smime.facts.Origin;
import fr.sceau.smime.mime.FromAddress;
import java.io.IOException;
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
 * The end of DATA on port 25: notes which operator handed the mail over, under the domain of From if that is one of the
 * operator's. Content is not judged here; a bad signature is a label, never a refusal.
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
        try {
            MailMessage message = new MailMessage(mail);
            MessageHeader.read(message); // what the pipeline cannot read must not be kept without ever being delivered
            String domain = shownDomain(message).filter(domains::contains).orElseGet(() -> domain(mail, domains));
            MailFacts.of(mail).origin(new Origin.Operator(domain, peer.get().getName()));
            return HookResult.DECLINED;
        } catch (MalformedHeader e) {
            return refuser.refuse(session, Refusal.MALFORMED);
        } catch (IOException e) {
            return refuser.tryLater(session, e);
        }
    }

    /** Domain of From: the one that people see. */
    private static Optional<String> shownDomain(MailMessage message) throws IOException {
        return FromAddress.of(message).map(from -> from.substring(from.indexOf('@') + 1));
    }

    private static String domain(Mail mail, Set<String> domains) {
        return mail.getMaybeSender()
                .asOptional()
                .map(MailAddress::getDomain)
                .map(found -> found.asString())
                .orElseGet(() -> domains.iterator().next());
    }
}
