package fr.sceau.mailets.delivery;

import fr.sceau.mailets.load.LargeMailGate;
import java.util.Map;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.transport.mailets.LocalDelivery;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;

/**
 * James' LocalDelivery, with its failures thrown. By itself it would turn a database outage into a new mail without the
 * facts and without the count of attempts; thrown, the mail goes to the error processor as it is. Stands behind
 * the partings, so that a failure concerns one mailbox only.
 */
public final class IntoMailbox extends GenericMailet {
    private final LocalDelivery delivery;
    private final LargeMailGate gate;

    @Inject
    public IntoMailbox(LocalDelivery delivery, LargeMailGate gate) {
        this.delivery = delivery;
        this.gate = gate;
    }

    @Override
    public void init() throws MessagingException {
        delivery.init(new OverlaidConfig(
                getMailetConfig(), Map.of("onMailetException", "propagate", "consume", "false", "retries", "0")));
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        try (LargeMailGate.Passage passage = gate.enter(mail.getMessageSize())) {
            delivery.service(mail);
        }
    }

    @Override
    public void destroy() {
        delivery.destroy();
    }

    @Override
    public String getMailetInfo() {
        return "IntoMailbox";
    }
}
