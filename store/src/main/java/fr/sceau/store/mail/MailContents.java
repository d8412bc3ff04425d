package fr.sceau.store.mail;

import fr.sceau.store.content.Contents;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.mailet.Mail;

/** Puts the message of a mail where rows can refer to it. */
public final class MailContents implements AutoCloseable {
    private final Optional<UUID> shared;
    private final Optional<MessageOctets.Octets> octets;

    private MailContents(Optional<UUID> shared, Optional<MessageOctets.Octets> octets) {
        this.shared = shared;
        this.octets = octets;
    }

    /** Reads what has to be read before a transaction is open. */
    public static MailContents of(Mail mail) throws IOException, MessagingException {
        MimeMessage message = mail.getMessage();
        if (message == null) {
            throw new MessagingException("mail " + mail.getName() + " has no message");
        }
        Optional<UUID> shared = message instanceof ContentMessage known ? known.content() : Optional.empty();
        return new MailContents(shared, shared.isPresent() ? Optional.empty() : Optional.of(MessageOctets.of(message)));
    }

    /**
     * The content of the message: the one it came from, when it is unchanged; else a new one. A row that refers to it has to
     * be written in the same transaction.
     */
    public UUID keep(Connection connection) throws SQLException, IOException {
        if (shared.isPresent()) {
            return shared.get();
        }
        UUID id = Contents.newId();
        Contents.write(connection, id, octets.orElseThrow(), Optional.empty());
        return id;
    }

    @Override
    public void close() {
        octets.ifPresent(MessageOctets.Octets::close);
    }
}
