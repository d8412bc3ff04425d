package fr.sceau.mailets.smtp;

import java.util.List;
import java.util.Map;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.smtpserver.dsn.DSNRcptParameterHook;

/**
 * Notes which recipients asked for a receipt (RFC 3461 4.1). James' own hook fails at the end of DATA when a client names
 * a recipient twice; here the first naming counts.
 */
public final class ReceiptRequest extends DSNRcptParameterHook {
    @Override
    public HookResult doRcpt(
            SMTPSession session, MaybeSender sender, MailAddress recipient, Map<String, String> parameters) {
        boolean named = session.getAttachment(SMTPSession.RCPT_LIST, State.Transaction)
                .orElse(List.of())
                .contains(recipient);
        return named ? HookResult.DECLINED : super.doRcpt(session, sender, recipient, parameters);
    }
}
