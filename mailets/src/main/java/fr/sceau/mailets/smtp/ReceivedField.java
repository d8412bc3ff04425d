package fr.sceau.mailets.smtp;

import fr.sceau.mailets.config.MailetsConfiguration;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.ReceivedDataLineFilter;

/**
 * Our Received field. Unlike James' own it asks no DNS (nothing at SMTP time waits on the network), names no recipient
 * (who may be a patient) and does not tell where one of our users works from.
 */
public final class ReceivedField extends ReceivedDataLineFilter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.US);

    private final String hostname;
    private final Clock clock;

    @Inject
    public ReceivedField(MailetsConfiguration configuration, Clock clock) {
        this.hostname = configuration.hostname();
        this.clock = clock;
    }

    @Override
    protected Collection<Header> headers(SMTPSession session) {
        boolean ours = session.getUsername() != null;
        String from = ours ? "authenticated client" : client(session);
        Header field = new Header("Received", "from " + from);
        field.add("by " + hostname + " with " + protocol(session, ours) + " id " + session.getSessionID() + ";");
        field.add(DATE.format(ZonedDateTime.now(clock)));
        return List.of(field);
    }

    private static String client(SMTPSession session) {
        String name = session.getAttachment(SMTPSession.CURRENT_HELO_NAME, State.Connection)
                .orElse("unknown")
                .replaceAll("[^A-Za-z0-9.:\\[\\]-]", "?");
        return name + " ([" + session.getRemoteAddress().getAddress().getHostAddress() + "])";
    }

    /** RFC 3848. */
    private static String protocol(SMTPSession session, boolean authenticated) {
        return "ESMTP" + (session.isTLSStarted() ? "S" : "") + (authenticated ? "A" : "");
    }
}
