package fr.sceau.mailets.submission;

import fr.sceau.mailets.smtp.AcceptHook;
import fr.sceau.mailets.smtp.ClientBytes;
import fr.sceau.mailets.smtp.CommonHandlers;
import fr.sceau.mailets.smtp.ReceivedField;
import java.util.List;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler;

/** The handlers of the submission ports, in order, for {@code coreHandlersPackage} in {@code conf/smtpserver.xml}. */
public final class SubmissionHandlers implements HandlersPackage {
    @Override
    public List<String> getHandlers() {
        return CommonHandlers.around(
                List.of(AuthCmdHandler.class, SubmissionLogin.class),
                List.of(ClientBytes.class, SubmissionSender.class, SubmissionRecipient.class, ReceivedField.class),
                List.of(SubmissionContent.class, AcceptHook.class));
    }
}
