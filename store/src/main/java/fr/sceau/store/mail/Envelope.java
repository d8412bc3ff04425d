package fr.sceau.store.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.mail.internet.AddressException;
import org.apache.james.core.MailAddress;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;

/**
 * All of a mail but its message, as columns.
 *
 * @param sender none: the empty reverse-path
 * @param error the last one, as text for the operator
 * @param attempts how often its delivery has failed so far
 * @param json state, attributes and what else a mail has
 */
public record Envelope(
        String name,
        Optional<String> sender,
        List<String> recipients,
        Optional<String> error,
        int attempts,
        String json) {
    /** The columns of {@link #read}, in the order of {@link #columns}. */
    public static final String COLUMNS = "name, sender, recipients, error, attempts, envelope";

    private static final int LONGEST_ERROR = 500;

    public Envelope {
        recipients = List.copyOf(recipients);
    }

    public static Envelope of(Mail mail) {
        return new Envelope(
                storable(mail.getName()),
                mail.getMaybeSender().asOptional().map(MailAddress::asString),
                mail.getRecipients().stream().map(MailAddress::asString).toList(),
                Optional.ofNullable(mail.getErrorMessage()).map(Envelope::firstLine),
                Attempts.of(mail),
                EnvelopeJson.write(mail));
    }

    /** The row's envelope, from the columns {@link #COLUMNS}. */
    public static Envelope read(ResultSet row) throws SQLException {
        return new Envelope(
                row.getString("name"),
                Optional.ofNullable(row.getString("sender")),
                Arrays.asList((String[]) row.getArray("recipients").getArray()),
                Optional.ofNullable(row.getString("error")),
                row.getInt("attempts"),
                row.getString("envelope"));
    }

    /** The mail, without its message. */
    public MailImpl mail() throws UnreadableEnvelope {
        try {
            MailImpl.Builder mail = MailImpl.builder().name(name);
            if (sender.isPresent()) {
                mail.sender(sender.get());
            }
            for (String recipient : recipients) {
                mail.addRecipient(recipient);
            }
            return EnvelopeJson.read(json, mail);
        } catch (AddressException e) {
            throw new UnreadableEnvelope("address", e);
        }
    }

    private static String firstLine(String error) {
        String line = storable(error).lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }

    /** PostgreSQL's text holds everything but U+0000. */
    private static String storable(String text) {
        return text.replace('\0', ' ');
    }
}
