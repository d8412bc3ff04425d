package fr.sceau.mailets.mx;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.smtp.Refuser;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.RcptHook;

/** RCPT on port 25: our own mailboxes, nobody else's. */
public final class LocalRecipient implements RcptHook {
    private final MailetsConfiguration configuration;
    private final Accounts accounts;
    private final Refuser refuser;

    @Inject
    public LocalRecipient(MailetsConfiguration configuration, Accounts accounts, Refuser refuser) {
        this.configuration = configuration;
        this.accounts = accounts;
        this.refuser = refuser;
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        if (!configuration.isOurs(recipient.getDomain().asString())) {
            return refuser.refuse(session, Refusal.NO_RELAY, recipient);
        }
        try {
            return accounts.mailbox(recipient.asString()).isPresent()
                    ? HookResult.DECLINED
                    : refuser.refuse(session, Refusal.MAILBOX_UNKNOWN, recipient);
        } catch (MailetsException e) {
            return refuser.tryLater(session, e);
        }
    }
}
