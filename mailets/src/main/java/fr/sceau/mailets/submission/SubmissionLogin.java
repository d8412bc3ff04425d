package fr.sceau.mailets.submission;

import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.mailets.accounts.Logins;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.protocols.api.OidcSASLConfiguration;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.AuthHook;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import org.apache.james.protocols.smtp.hook.HookReturnCode.Action;

/**
 * Logs in at submission; the session keeps the login as typed, lower case, because it names the person. A database that is
 * away is answered 454, never 535: a client gives up on the latter.
 */
public final class SubmissionLogin implements AuthHook {
    private static final AttachmentKey<Integer> FAILURES = AttachmentKey.of("SCEAU_FAILED_LOGINS", Integer.class);
    private static final int MOST_FAILURES = 3;

    private final Logins logins;

    @Inject
    public SubmissionLogin(Logins logins) {
        this.logins = logins;
    }

    @Override
    public HookResult doAuth(SMTPSession session, Username username, String password) {
        if (!session.isTLSStarted()) {
            return refused("538", "5.7.11 [tls-required] Chiffrez la connexion avant de vous identifier"); // RFC 4954 4
        }
        String login = username.asString().toLowerCase(Locale.ROOT);
        try {
            Optional<String> box = logins.authenticate(login, password);
            if (box.isEmpty()) {
                return wrong(session);
            }
        } catch (AccountsUnavailable e) {
            return HookResult.builder()
                    .hookReturnCode(HookReturnCode.denySoft())
                    .smtpReturnCode("454")
                    .smtpDescription("4.7.0 [try-later] Authentification indisponible, reessayez plus tard")
                    .build(); // RFC 4954 6
        }
        session.setUsername(Username.of(login));
        session.setRelayingAllowed(true);
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.ok())
                .smtpDescription("2.7.0 Bienvenue")
                .build();
    }

    private static HookResult refused(String reply, String text) {
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.deny())
                .smtpReturnCode(reply)
                .smtpDescription(text)
                .build();
    }

    /** Each wrong password costs the client a new connection sooner than it costs us the time to check many more. */
    private static HookResult wrong(SMTPSession session) {
        int failures = session.getAttachment(FAILURES, State.Connection).orElse(0) + 1;
        session.setAttachment(FAILURES, failures, State.Connection);
        if (failures < MOST_FAILURES) {
            return HookResult.DECLINED;
        }
        return HookResult.builder()
                .hookReturnCode(HookReturnCode.disconnected(Action.DENY))
                .smtpReturnCode("421")
                .smtpDescription("4.7.0 [too-many-logins] Trop d'identifications refusees")
                .build();
    }

    @Override
    public HookResult doSasl(SMTPSession session, OidcSASLConfiguration configuration, String initialResponse) {
        return HookResult.DECLINED;
    }
}
