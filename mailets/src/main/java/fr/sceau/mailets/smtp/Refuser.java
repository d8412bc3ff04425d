package fr.sceau.mailets.smtp;

import fr.sceau.mailets.KnownOutage;
import fr.sceau.mailets.trace.Event;
import fr.sceau.mailets.trace.Field;
import fr.sceau.mailets.trace.Trace;
import fr.sceau.mailets.trace.TraceEntry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses and leaves a trace of it. */
@Singleton
public final class Refuser {
    private static final Logger LOGGER = LoggerFactory.getLogger(Refuser.class);

    private final Trace trace;

    @Inject
    public Refuser(Trace trace) {
        this.trace = trace;
    }

    /** For MAIL, and for DATA with all its recipients. */
    public HookResult refuse(SMTPSession session, Refusal refusal) {
        return refuse(session, refusal, recipients(session), TraceEntry.of(Event.REFUSED));
    }

    /** For one RCPT. */
    public HookResult refuse(SMTPSession session, Refusal refusal, MailAddress recipient) {
        return refuse(session, refusal, List.of(recipient.asString()), TraceEntry.of(Event.REFUSED));
    }

    /** With what else is known of the message. */
    public HookResult refuse(SMTPSession session, Refusal refusal, Collection<String> recipients, TraceEntry known) {
        trace.write(known.with(Field.CODE, refusal.code())
                .with(Field.LOGIN, login(session))
                .with(Field.SENDER, sender(session))
                .with(Field.RECIPIENTS, recipients)
                .with(Field.PEER, session.getAttachment(PeerIdentity.NAME, State.Connection)));
        return refusal.toHookResult();
    }

    /** A neighbour is away: 451, never a guess. */
    public HookResult tryLater(SMTPSession session, Exception cause) {
        KnownOutage.ofToken(cause)
                .ifPresentOrElse(
                        away -> LOGGER.warn("answered 451: {}", away.getMessage()),
                        () -> LOGGER.warn("answered 451", cause));
        return refuse(session, Refusal.TRY_LATER);
    }

    /** The login in lower case; empty before authentication. */
    public static Optional<String> login(SMTPSession session) {
        return Optional.ofNullable(session.getUsername())
                .map(Username::asString)
                .map(login -> login.toLowerCase(Locale.ROOT));
    }

    static Optional<String> sender(SMTPSession session) {
        return session.getAttachment(SMTPSession.SENDER, State.Transaction).map(MaybeSender::asString);
    }

    static List<String> recipients(SMTPSession session) {
        return session.getAttachment(SMTPSession.RCPT_LIST, State.Transaction).orElse(List.of()).stream()
                .map(MailAddress::asString)
                .toList();
    }
}
