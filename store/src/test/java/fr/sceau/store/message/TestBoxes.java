package fr.sceau.store.message;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.content.ContentId;
import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mailbox.JdbcMailboxMapper;
import fr.sceau.store.mailbox.MailboxNumber;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.mail.Flags;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.model.ByteContent;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.MessageMetaData;
import org.apache.james.mailbox.model.MessageRange;
import org.apache.james.mailbox.model.ThreadId;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.mail.MessageMapper.FetchType;
import org.apache.james.mailbox.store.mail.model.MailboxMessage;
import org.apache.james.mailbox.store.mail.model.impl.PropertyBuilder;
import org.apache.james.mailbox.store.mail.model.impl.SimpleMailboxMessage;
import org.apache.james.util.streams.Iterators;

/** Mailboxes of one person on an empty database, and what the tables say about them. */
final class TestBoxes {
    final DataSource database = TestPostgres.fresh();
    final Sql sql = new Sql(database);
    final JdbcMessageMapper mapper = new JdbcMessageMapper(database, Clock.systemUTC());

    Mailbox box(String name) {
        MailboxPath path = MailboxPath.forUser(Username.of("dr.martin@cabinet.test"), name);
        Mailbox box =
                new JdbcMailboxMapper(database).create(path, UidValidity.of(42)).block();
        if (box == null) {
            throw new IllegalStateException();
        }
        return box;
    }

    MessageMetaData add(Mailbox box, String subject, Flags flags) throws MailboxException {
        return mapper.add(box, message(box, "Subject: " + subject + "\r\n\r\ncorps de " + subject + "\r\n", flags));
    }

    static MailboxMessage message(Mailbox box, String text, Flags flags) {
        ContentId id = new ContentId(Contents.newId());
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        int header = text.indexOf("\r\n\r\n") + 4;
        return new SimpleMailboxMessage(
                id,
                ThreadId.fromBaseMessageId(id),
                Date.from(Instant.now()),
                octets.length,
                header,
                new ByteContent(octets),
                flags,
                new PropertyBuilder().build(),
                box.getMailboxId());
    }

    List<MailboxMessage> all(Mailbox box) throws MailboxException {
        return Iterators.toStream(mapper.findInMailbox(box, MessageRange.all(), FetchType.FULL, -1))
                .toList();
    }

    long count(String table) {
        return sql.first("SELECT count(*) FROM " + table, row -> row.getLong(1)).orElseThrow();
    }

    /** What the mailbox row counts, and what is there: messages, unseen, octets. */
    List<List<Long>> counted(Mailbox box) {
        long number = MailboxNumber.of(box).value();
        String there =
                "SELECT count(*), count(*) FILTER (WHERE NOT seen), coalesce(sum(octets), 0)::bigint FROM message m"
                        + " JOIN content c ON c.id = m.content_id WHERE mailbox_id = ?";
        return List.of(
                numbers("SELECT messages, unseen, octets FROM mailbox WHERE id = ?", number), numbers(there, number));
    }

    /** The change rows of a mailbox as "modseq kind uid", in order. */
    List<String> changes(Mailbox box) {
        return sql.query(
                "SELECT modseq || ' ' || kind::text || ' ' || uid FROM change WHERE mailbox_id = ? ORDER BY modseq, uid",
                row -> row.getString(1),
                MailboxNumber.of(box).value());
    }

    private List<Long> numbers(String statement, long mailbox) {
        return sql.first(statement, row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)), mailbox)
                .orElseThrow();
    }
}
