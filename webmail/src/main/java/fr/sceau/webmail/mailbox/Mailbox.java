package fr.sceau.webmail.mailbox;

import fr.sceau.webmail.Refusal;
import fr.sceau.webmail.WebmailException;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * The stored mail of one person: the only class through which the webmail reads or changes a mailbox. Several threads
 * may use it. Reading never changes a flag.
 */
public final class Mailbox implements AutoCloseable {
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){0,20}");

    private final ImapConnection connection;

    private Mailbox(ImapConnection connection) {
        this.connection = connection;
    }

    /** Logs in, or throws {@link Refusal#LOGIN_REFUSED} or {@link Refusal#MAIL_SERVER_AWAY}. */
    public static Mailbox open(ImapServer server, Credentials credentials) {
        ImapConnection connection = new ImapConnection(server, credentials);
        connection.connect();
        return new Mailbox(connection);
    }

    /** The newest messages of a folder, or those older than {@code before}. */
    public HeadingPage list(MailFolder folder, Optional<MessageId> before, int limit) {
        return connection.reading(folder, open -> {
            Message[] older = before.isPresent() ? olderThan(open, before.get()) : null;
            int available = older == null ? open.getMessageCount() : older.length;
            int first = Math.max(1, available - limit + 1);
            Message[] page = older == null
                    ? available == 0 ? new Message[0] : open.getMessages(first, available)
                    : Arrays.copyOfRange(older, first - 1, available);
            List<Heading> headings = HeadingReader.read(open, page);
            return new HeadingPage(headings, open.getMessageCount(), open.getUnreadMessageCount(), first > 1);
        });
    }

    private static Message[] olderThan(IMAPFolder folder, MessageId id) throws MessagingException {
        return id.uid() <= 1 || id.validity() != folder.getUIDValidity()
                ? new Message[0]
                : folder.getMessagesByUID(1, id.uid() - 1);
    }

    /** One message with its texts and the list of its attachments. */
    public Letter read(MailFolder folder, MessageId id) {
        return connection.reading(folder, open -> {
            IMAPMessage message = message(open, id);
            return LetterReader.read(HeadingReader.heading(open, message), message);
        });
    }

    /** What to do with the bytes of a part while they arrive. */
    public interface PartUse {
        void with(InputStream decoded) throws IOException;
    }

    /** Streams one part, decoded from its transfer encoding and otherwise unchanged. */
    public void part(MailFolder folder, MessageId id, String place, PartUse use) {
        connection.reading(folder, open -> {
            try (InputStream in = part(open, id, place).getInputStream()) {
                use.with(in);
            }
            return id;
        });
    }

    /** One part as text for the screen. */
    public String partText(MailFolder folder, MessageId id, String place) {
        return connection.reading(folder, open -> PartText.read(part(open, id, place)));
    }

    private static Part part(IMAPFolder folder, MessageId id, String place) throws MessagingException, IOException {
        if (!PLACE.matcher(place).matches()) {
            throw new WebmailException(Refusal.NO_SUCH_MESSAGE);
        }
        return LetterReader.find(message(folder, id), place)
                .orElseThrow(() -> new WebmailException(Refusal.NO_SUCH_MESSAGE));
    }

    private static IMAPMessage message(IMAPFolder folder, MessageId id) throws MessagingException {
        Message message = id.validity() == folder.getUIDValidity() ? folder.getMessageByUID(id.uid()) : null;
        if (!(message instanceof IMAPMessage found)) {
            throw new WebmailException(Refusal.NO_SUCH_MESSAGE);
        }
        found.setPeek(true); // RFC 9051 6.4.5: BODY.PEEK leaves \Seen alone
        return found;
    }

    public void markSeen(MailFolder folder, MessageId id, boolean seen) {
        mark(folder, id, Flags.Flag.SEEN, seen);
    }

    public void markAnswered(MailFolder folder, MessageId id) {
        mark(folder, id, Flags.Flag.ANSWERED, true);
    }

    private void mark(MailFolder folder, MessageId id, Flags.Flag flag, boolean on) {
        connection.writing(folder, open -> {
            message(open, id).setFlag(flag, on);
            return id;
        });
    }

    /** Keeps a copy of what was sent, already read. */
    public void keepSent(MimeMessage message) {
        connection.reading(MailFolder.SENT, open -> {
            message.setFlag(Flags.Flag.SEEN, true);
            open.appendMessages(new Message[] {message});
            return message;
        });
    }

    @Override
    public void close() {
        connection.close();
    }
}
