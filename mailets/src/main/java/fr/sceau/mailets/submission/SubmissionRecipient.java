package fr.sceau.mailets.submission;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.operators.Operators;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.smtp.Refuser;
import javax.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.RcptHook;

/** RCPT on the submission ports: one of our mailboxes, or a domain of the trust space. Nothing leaves to any other. */
public final class SubmissionRecipient implements RcptHook {
    private final MailetsConfiguration configuration;
    private final Accounts accounts;
    private final Operators operators;
    private final Refuser refuser;

    @Inject
    public SubmissionRecipient(
            MailetsConfiguration configuration, Accounts accounts, Operators operators, Refuser refuser) {
        this.configuration = configuration;
        this.accounts = accounts;
        this.operators = operators;
        this.refuser = refuser;
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        if (!configuration.isOurs(recipient.getDomain().asString())) {
            return operators.isListed(recipient.getDomain().asString())
                    ? HookResult.DECLINED
                    : refuser.refuse(session, Refusal.RECIPIENT_OUTSIDE, recipient);
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
