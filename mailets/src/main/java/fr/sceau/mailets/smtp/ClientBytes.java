package fr.sceau.mailets.smtp;

import fr.sceau.mailets.config.MailetsConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import javax.inject.Inject;
import org.apache.james.protocols.api.ProtocolSession.AttachmentKey;
import org.apache.james.protocols.api.ProtocolSession.State;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.api.handler.LineHandler;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.core.DataLineFilter;
import org.apache.james.protocols.smtp.core.esmtp.EhloExtension;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.MailParametersHook;
import org.apache.james.smtpserver.JamesMessageHook;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;

/**
 * Counts and digests the bytes exactly as the client sent them, before any field of ours is put in front, and enforces
 * the size limit at MAIL (RFC 1870) and at the end of DATA. Stands first among the handlers.
 */
public final class ClientBytes implements MailParametersHook, EhloExtension, DataLineFilter, JamesMessageHook {
    private static final AttachmentKey<MessageDigest> DIGEST = AttachmentKey.of("SCEAU_DIGEST", MessageDigest.class);
    private static final AttachmentKey<String> SHA256 = AttachmentKey.of("SCEAU_SHA256", String.class);
    private static final AttachmentKey<Boolean> LINE_LOST = AttachmentKey.of("SCEAU_LINE_LOST", Boolean.class);
    private static final byte DOT = '.';
    private static final int END_OF_DATA = 3;

    private final long maxBytes;
    private final Refuser refuser;

    @Inject
    public ClientBytes(MailetsConfiguration configuration, Refuser refuser) {
        this.maxBytes = configuration.maxBytes();
        this.refuser = refuser;
    }

    /** SHA-256 of what the client sent between DATA and the final dot, in hexadecimal; empty before the final dot. */
    public static String sha256(SMTPSession session) {
        return session.getAttachment(SHA256, State.Transaction).orElse("");
    }

    /** SHA-256 of a text, in hexadecimal. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Notes that a line of the message being received is lost, so that the message will be refused at its end. */
    public static void lineLost(SMTPSession session) {
        session.setAttachment(LINE_LOST, true, State.Transaction);
    }

    /** How many bytes the client sent. */
    public static long size(SMTPSession session) {
        return session.currentMessageSize();
    }

    @Override
    public String[] getMailParamNames() {
        return new String[] {"SIZE"};
    }

    @Override
    public @Nullable HookResult doMailParameter(SMTPSession session, String name, String value) {
        if (!value.matches("[0-9]{1,20}")) { // RFC 1870 4
            return refuser.refuse(session, Refusal.SIZE_UNREADABLE);
        }
        boolean tooLarge = value.length() > 18 || Long.parseLong(value) > maxBytes;
        return tooLarge ? refuser.refuse(session, Refusal.TOO_LARGE) : null;
    }

    @Override
    public List<String> getImplementedEsmtpFeatures(SMTPSession session) {
        return List.of("SIZE " + maxBytes);
    }

    @Override
    public @Nullable Response onLine(SMTPSession session, byte[] line, LineHandler<SMTPSession> next) {
        if (line.length == END_OF_DATA && line[0] == DOT) {
            String digest = HexFormat.of().formatHex(digest(session).digest());
            session.setAttachment(SHA256, digest, State.Transaction);
            return next.onLine(session, line);
        }
        int stuffed = line.length > 1 && line[0] == DOT && line[1] == DOT ? 1 : 0; // RFC 5321 4.5.2
        session.setCurrentMessageSize(session.currentMessageSize() + line.length - stuffed);
        if (session.currentMessageSize() > maxBytes) {
            return null; // swallowed until the final dot, then refused
        }
        digest(session).update(line, stuffed, line.length - stuffed);
        return next.onLine(session, line);
    }

    @Override
    public HookResult onMessage(SMTPSession session, Mail mail) {
        if (session.getAttachment(LINE_LOST, State.Transaction).isPresent()) {
            return refuser.refuse(session, Refusal.LINE_TOO_LONG);
        }
        return session.currentMessageSize() > maxBytes
                ? refuser.refuse(session, Refusal.TOO_LARGE)
                : HookResult.DECLINED;
    }

    private static MessageDigest digest(SMTPSession session) {
        return session.getAttachment(DIGEST, State.Transaction).orElseGet(() -> {
            MessageDigest digest = sha256();
            session.setAttachment(DIGEST, digest, State.Transaction);
            return digest;
        });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
