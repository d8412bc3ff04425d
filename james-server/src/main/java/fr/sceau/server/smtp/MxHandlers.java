package fr.sceau.server.smtp;

import java.util.List;
import org.apache.james.protocols.lib.handler.HandlersPackage;
import org.apache.james.smtpserver.SendMailHandler;

/** Mail from other operators: the peer is proved, the recipient is ours; nothing is refused for its S/MIME. */
public final class MxHandlers implements HandlersPackage {
    @Override
    public List<String> getHandlers() {
        return Commands.followedBy(SendMailHandler.class);
    }
}
