package fr.sceau.server.smtp;

import fr.sceau.server.accounts.AccountAuthHook;
import java.util.List;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler;
import org.apache.james.smtpserver.SendMailHandler;

/** Submission: a login is required, and what policy forbids is refused at once. */
public final class SubmissionHandlers implements HandlersPackage {
    @Override
    public List<String> getHandlers() {
        return Commands.followedBy(AuthCmdHandler.class, AccountAuthHook.class, SendMailHandler.class);
    }
}
