package fr.sceau.store.message;

import fr.sceau.store.content.ContentId;
import fr.sceau.store.content.Contents;
import fr.sceau.store.content.OctetSource;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;

/** Turns a message that James hands in into a content and a new row. */
final class Additions {
    private Additions() {}

    /** Reads the message before the transaction that writes it. */
    static Summary summary(MailboxMessage message) throws MailboxException {
        try {
            return Summary.of(source(message)).with(message.getProperties());
        } catch (IOException e) {
            throw new MailboxException("Message illisible", e);
        }
    }

    static void writeContent(Connection c, MailboxMessage message, Summary summary)
            throws SQLException, MailboxException {
        UUID id = ContentId.of(message.getMessageId()).value();
        OptionalLong header = message.getHeaderOctets() > 0
                ? OptionalLong.of(message.getHeaderOctets())
                : OptionalLong.empty(); // James found no empty line
        try {
            Contents.write(c, id, source(message), header, Optional.of(summary.write()));
        } catch (IOException e) {
            throw new MailboxException("Message illisible", e);
        }
    }

    static MessageRows.NewMessage row(MailboxMessage message, Date saveDate) {
        return new MessageRows.NewMessage(
                ContentId.of(message.getMessageId()).value(),
                ContentId.of(message.getThreadId().getBaseMessageId()).value(),
                message.getInternalDate().toInstant(),
                saveDate.toInstant(),
                message.createFlags(),
                message.getFullContentOctets());
    }

    private static OctetSource source(MailboxMessage message) {
        return new OctetSource() {
            @Override
            public InputStream open() throws IOException {
                return message.getFullContent();
            }

            @Override
            public long size() {
                return message.getFullContentOctets();
            }
        };
    }
}
