package fr.sceau.agent.mail;

import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Makes an answer of the exceptions of a failed submission. RFC 5321 4.2.1 */
final class ReplyReader {
    /** Our server's word for « these very bytes are already with me ». */
    private static final String ALREADY_ACCEPTED = "[already-accepted]";

    private static final int CLOSING = 421;
    private static final int MAX_REASON = 300;

    private ReplyReader() {}

    static Answer read(MessagingException failure) {
        for (Throwable one = failure; one != null; one = next(one)) {
            Optional<Reply> reply = reply(one);
            if (reply.isPresent()) {
                return answer(reply.get());
            }
        }
        return new Answer.Later("connexion interrompue", true);
    }

    /** The server's certificate is not one to trust: no attempt will change that. */
    static boolean isCertificateRefusal(Throwable failure) {
        for (Throwable one = failure; one != null; one = next(one)) {
            if (one instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static Answer answer(Reply reply) {
        if (reply.text.contains(ALREADY_ACCEPTED)) {
            return new Answer.Accepted();
        }
        if (reply.code >= 500) {
            return new Answer.Refused(shown(reply.text));
        }
        return new Answer.Later(shown(reply.text), reply.code == CLOSING);
    }

    private static Optional<Reply> reply(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        if (failure instanceof SMTPAddressFailedException e) {
            return Reply.of(e.getReturnCode(), text);
        }
        if (failure instanceof SMTPSenderFailedException e) {
            return Reply.of(e.getReturnCode(), text);
        }
        return failure instanceof SMTPSendFailedException e ? Reply.of(e.getReturnCode(), text) : Optional.empty();
    }

    private static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof MessagingException e && e.getNextException() != null) {
            return e.getNextException();
        }
        return failure.getCause();
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > MAX_REASON ? line.substring(0, MAX_REASON) : line;
    }

    private record Reply(int code, String text) {
        /** Empty for what is no refusal, such as the end of the stream in place of a reply. */
        static Optional<Reply> of(int code, String text) {
            return code >= 400 ? Optional.of(new Reply(code, text)) : Optional.empty();
        }
    }
}
