package fr.sceau.mailets.delivery;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.facts.Part;
import fr.sceau.mailets.operators.Gateway;
import fr.sceau.mailets.operators.Operators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Provider;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.james.transport.mailets.RemoteDelivery;
import org.apache.mailet.Mail;
import org.apache.mailet.ProcessingState;
import org.apache.mailet.base.GenericMailet;

/**
 * Hands mail to listed operators: James' RemoteDelivery, once for each gateway of {@code conf/operators.tsv} and once for
 * operators found by MX, each with a queue of its own. STARTTLS with our certificate is required and the server's name is
 * checked; mail that cannot go that way does not go.
 */
public final class ToOperator extends GenericMailet {
    private final MailetsConfiguration configuration;
    private final Operators operators;
    private final Provider<RemoteDelivery> deliveries;
    private final Map<Optional<Gateway>, RemoteDelivery> byGateway = new HashMap<>();

    @Inject
    public ToOperator(MailetsConfiguration configuration, Operators operators, Provider<RemoteDelivery> deliveries) {
        this.configuration = configuration;
        this.operators = operators;
        this.deliveries = deliveries;
    }

    @Override
    public void init() throws MessagingException {
        OperatorSocketFactory.install(configuration);
        start(Optional.empty());
        for (Gateway gateway : operators.gateways()) {
            start(Optional.of(gateway));
        }
    }

    private void start(Optional<Gateway> gateway) throws MessagingException {
        Map<String, String> decided = new HashMap<>(Map.of(
                "startTLS", "true",
                "verifyServerIdentity", "true",
                "mail.smtp.starttls.required", "true",
                "mail.smtp.ssl.socketFactory.class", OperatorSocketFactory.class.getName(),
                "mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2",
                "heloName", configuration.hostname()));
        decided.put(
                "outgoing",
                "outgoing"
                        + gateway.map(to -> "-" + to.host() + "-" + to.port()).orElse(""));
        gateway.ifPresent(to -> decided.put("gateway", to.toString()));
        RemoteDelivery delivery = deliveries.get();
        delivery.init(new OverlaidConfig(getMailetConfig(), decided));
        byGateway.put(gateway, delivery);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Map<Optional<Gateway>, List<MailAddress>> groups = mail.getRecipients().stream()
                .collect(Collectors.groupingBy(
                        recipient -> operators.gateway(recipient.getDomain().asString())));
        List<MailAddress> left = new ArrayList<>(mail.getRecipients());
        for (Map.Entry<Optional<Gateway>, List<MailAddress>> group : groups.entrySet()) {
            hand(mail, group.getKey(), group.getValue());
            left.removeAll(group.getValue());
            mail.setRecipients(left); // should the next group fail, this one is not sent twice
        }
        mail.setState(Mail.GHOST);
    }

    private void hand(Mail mail, Optional<Gateway> gateway, List<MailAddress> recipients) throws MessagingException {
        RemoteDelivery delivery = byGateway.get(gateway);
        if (delivery == null) {
            throw new MessagingException("no delivery started for a gateway of the table");
        }
        MailImpl part = Part.of(mail);
        part.setRecipients(recipients);
        delivery.service(part);
    }

    @Override
    public void destroy() {
        byGateway.values().forEach(RemoteDelivery::destroy);
    }

    @Override
    public Collection<ProcessingState> requiredProcessingState() {
        return byGateway.values().stream()
                .flatMap(delivery -> delivery.requiredProcessingState().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public String getMailetInfo() {
        return "ToOperator";
    }
}
