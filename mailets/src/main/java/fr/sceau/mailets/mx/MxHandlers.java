package fr.sceau.mailets.mx;

import fr.sceau.mailets.smtp.AcceptHook;
import fr.sceau.mailets.smtp.ClientBytes;
import fr.sceau.mailets.smtp.CommonHandlers;
import fr.sceau.mailets.smtp.ReceivedField;
import java.util.List;
import org.apache.james.protocols.lib.handler.HandlersPackage;

/** The handlers of port 25, in order, for {@code coreHandlersPackage} in {@code conf/smtpserver.xml}. No AUTH here. */
public final class MxHandlers implements HandlersPackage {
    @Override
    public List<String> getHandlers() {
        return CommonHandlers.around(
                List.of(),
                List.of(ClientBytes.class, PeerHook.class, LocalRecipient.class, ReceivedField.class),
                List.of(PeerOrigin.class, AcceptHook.class));
    }
}
