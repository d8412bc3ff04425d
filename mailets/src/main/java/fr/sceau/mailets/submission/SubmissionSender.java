package fr.sceau.mailets.submission;

import fr.sceau.mailets.MailetsException;
import fr.sceau.mailets.accounts.Accounts;
import fr.sceau.mailets.smtp.Refusal;
import fr.sceau.mailets.smtp.Refuser;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailHook;

/** MAIL on the submission ports: a login, and a sender that this login may use (RFC 6409 6.1). */
public final class SubmissionSender implements MailHook {
    private final Accounts accounts;
    private final Refuser refuser;

    @Inject
    public SubmissionSender(Accounts accounts, Refuser refuser) {
        this.accounts = accounts;
        this.refuser = refuser;
    }

    @Override
    public HookResult doMail(SMTPSession session, MaybeSender sender) {
        Optional<String> login = Refuser.login(session);
        if (login.isEmpty()) {
            return refuser.refuse(session, Refusal.LOGIN_REQUIRED);
        }
        try {
            boolean yours = !sender.isNullSender()
                    && accounts.mailboxesFor(login.get())
                            .contains(sender.asString().toLowerCase(Locale.ROOT));
            return yours ? HookResult.DECLINED : refuser.refuse(session, Refusal.SENDER_NOT_YOURS);
        } catch (MailetsException e) {
            return refuser.tryLater(session, e);
        }
    }
}
