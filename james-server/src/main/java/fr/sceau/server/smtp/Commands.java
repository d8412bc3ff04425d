package fr.sceau.server.smtp;

import java.util.List;
import java.util.stream.Stream;
import org.apache.james.protocols.api.handler.CommandDispatcher;
import org.apache.james.protocols.smtp.core.HeloCmdHandler;
import org.apache.james.protocols.smtp.core.NoopCmdHandler;
import org.apache.james.protocols.smtp.core.QuitCmdHandler;
import org.apache.james.protocols.smtp.core.ReceivedDataLineFilter;
import org.apache.james.protocols.smtp.core.RsetCmdHandler;
import org.apache.james.protocols.smtp.core.UnknownCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.EhloCmdHandler;
import org.apache.james.protocols.smtp.core.esmtp.MailSizeEsmtpExtension;
import org.apache.james.protocols.smtp.core.esmtp.StartTlsCmdHandler;
import org.apache.james.smtpserver.AddDefaultAttributesMessageHook;
import org.apache.james.smtpserver.DataLineJamesMessageHookHandler;
import org.apache.james.smtpserver.JamesDataCmdHandler;
import org.apache.james.smtpserver.JamesMailCmdHandler;
import org.apache.james.smtpserver.JamesRcptCmdHandler;
import org.apache.james.smtpserver.JamesWelcomeMessageHandler;
import org.apache.james.smtpserver.dsn.DSNEhloHook;
import org.apache.james.smtpserver.dsn.DSNMailParameterHook;
import org.apache.james.smtpserver.dsn.DSNMessageHook;
import org.apache.james.smtpserver.dsn.DSNRcptParameterHook;

/** The commands that every SMTP listener has. VRFY and EXPN would tell who has a mailbox: they are left out. */
final class Commands {
    private static final List<Class<?>> FIRST = List.of(
            JamesWelcomeMessageHandler.class,
            CommandDispatcher.class,
            HeloCmdHandler.class,
            EhloCmdHandler.class,
            StartTlsCmdHandler.class,
            NoopCmdHandler.class,
            RsetCmdHandler.class,
            QuitCmdHandler.class,
            UnknownCmdHandler.class,
            MailSizeEsmtpExtension.class,
            DSNEhloHook.class,
            DSNMailParameterHook.class,
            DSNRcptParameterHook.class,
            JamesMailCmdHandler.class,
            JamesRcptCmdHandler.class,
            JamesDataCmdHandler.class,
            ReceivedDataLineFilter.class,
            DataLineJamesMessageHookHandler.class,
            AddDefaultAttributesMessageHook.class,
            DSNMessageHook.class);

    private Commands() {}

    /** Names of the common handlers followed by those of one listener. */
    static List<String> followedBy(Class<?>... handlers) {
        return Stream.concat(FIRST.stream(), Stream.of(handlers))
                .map(Class::getName)
                .toList();
    }
}
