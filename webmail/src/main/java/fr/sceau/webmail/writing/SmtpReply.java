package fr.sceau.webmail.writing;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The server's answer to a message it did not take.
 *
 * @param code SMTP reply code
 * @param text the reply as it came
 * @param place which recipient it is about, counted from one; zero for all
 */
record SmtpReply(int code, String text, int place) {
    /** Our server's own refusals: {@code 550 5.7.1 [code] Phrase}. Anything else is not meant for people. */
    private static final Pattern OURS = Pattern.compile("\\[([a-z0-9.-]{1,60})] (.{1,300})");

    /** A patient's address or number, which no answer may repeat. */
    private static final Pattern PATIENT = Pattern.compile("\\S*@patient\\.\\S+|[0-9]{13,}");

    private static final int FIRST_PERMANENT = 500;
    private static final int FIRST_TRANSIENT = 400;

    /** The first reply in a chain of exceptions, if the server gave one. */
    static Optional<SmtpReply> find(MessagingException thrown, Address[] recipients) {
        for (Exception e = thrown; e instanceof MessagingException link; e = link.getNextException()) {
            SmtpReply reply = of(link, Arrays.asList(recipients));
            if (reply != null && reply.code >= FIRST_TRANSIENT) {
                return Optional.of(reply);
            }
        }
        return Optional.empty();
    }

    private static @Nullable SmtpReply of(MessagingException e, List<Address> recipients) {
        if (e instanceof SMTPAddressFailedException address) {
            int place = recipients.size() > 1 ? recipients.indexOf(address.getAddress()) + 1 : 0;
            return new SmtpReply(address.getReturnCode(), text(address), place);
        }
        if (e instanceof SMTPSenderFailedException sender) {
            return new SmtpReply(sender.getReturnCode(), text(sender), 0);
        }
        if (e instanceof SMTPSendFailedException send && send.getNextException() == null) {
            return new SmtpReply(send.getReturnCode(), text(send), 0);
        }
        return null;
    }

    private static String text(MessagingException e) {
        return Optional.ofNullable(e.getMessage()).orElse("");
    }

    WebmailException refusal() {
        Refusal refusal = code >= FIRST_PERMANENT ? Refusal.SUBMISSION_REFUSED : Refusal.SUBMISSION_AWAY;
        String sentence = ownSentence().orElse(refusal.sentence());
        return new WebmailException(
                refusal, place > 0 ? "Destinataire n° " + place + " : " + sentence : sentence, null);
    }

    private Optional<String> ownSentence() {
        Matcher matcher = OURS.matcher(text.replaceAll("\\r?\\n(?:[0-9]{3}[ -](?:[0-9.]+ )?)?", " "));
        return matcher.find()
                ? Optional.of(PATIENT.matcher(matcher.group(2).strip()).replaceAll("(masqué)"))
                : Optional.empty();
    }
}
