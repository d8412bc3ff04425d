package fr.sceau.mailets.smtp;

import java.util.List;
import java.util.stream.Stream;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.api.handler.CommandHandlerResultLogger;
import org.apache.james.protocols.smtp.core.ExpnCmdHandler;
import org.apache.james.protocols.smtp.core.HeloCmdHandler;
import org.apache.james.protocols.smtp.core.HelpCmdHandler;
import org.apache.james.protocols.smtp.core.NoopCmdHandler;
import org.apache.james.protocols.smtp.core.QuitCmdHandler;
import org.apache.james.protocols.smtp.core.RsetCmdHandler;
import org.apache.james.protocols.smtp.core.UnknownCmdHandler;
import org.apache.james.protocols.smtp.core.VrfyCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.EhloCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.StartTlsCmdHandler;
import org.apache.james.protocols.smtp.core.log.HookResultLogger;
import org.apache.james.smtpserver.DataLineJamesMessageHookHandler;
import org.apache.james.smtpserver.JamesDataCmdHandler;
import org.apache.james.smtpserver.JamesMailCmdHandler;
import org.apache.james.smtpserver.JamesRcptCmdHandler;
import org.apache.james.smtpserver.JamesWelcomeMessageHandler;
import org.apache.james.smtpserver.dsn.DSNEhloHook;
import org.apache.james.smtpserver.dsn.DSNMailParameterHook;
import org.apache.james.smtpserver.dsn.DSNMessageHook;

/**
 * James' own command handlers with ours between them. James' relay rules, its acceptance of postmaster and abuse, its
 * size limit, its Received field and its queueing hook are left out: ours stand in their place.
 */
public final class CommonHandlers {
    private static final List<Class<?>> COMMANDS = List.of(
            JamesWelcomeMessageHandler.class,
            CommandDispatcher.class,
            JamesDataCmdHandler.class,
            EhloCmdHandler.class,
            ExpnCmdHandler.class,
            HeloCmdHandler.class,
            HelpCmdHandler.class,
            JamesMailCmdHandler.class,
            NoopCmdHandler.class,
            QuitCmdHandler.class,
            JamesRcptCmdHandler.class,
            RsetCmdHandler.class,
            VrfyCmdHandler.class,
            StartTlsCmdHandler.class,
            DSNEhloHook.class,
            DSNMailParameterHook.class,
            UnknownCmdHandler.class,
            CommandHandlerResultLogger.class,
            HookResultLogger.class);

    private CommonHandlers() {}

    /**
     * The whole chain. A recipient is kept for its receipt only after our RCPT hook let it pass.
     *
     * @param authentication handlers of AUTH; none on port 25
     * @param envelope ours for MAIL, RCPT and the bytes of DATA
     * @param content ours for the end of DATA, the accepting one last
     */
    public static List<String> around(List<Class<?>> authentication, List<Class<?>> envelope, List<Class<?>> content) {
        List<Class<?>> receipts = List.of(ReceiptRequest.class, DSNMessageHook.class);
        return Stream.of(
                        COMMANDS,
                        authentication,
                        envelope,
                        List.of(DataLineJamesMessageHookHandler.class),
                        receipts,
                        content)
                .flatMap(List::stream)
                .<String>map(Class::getName)
                .toList();
    }
}
