package fr.sceau.store.backup;

import fr.sceau.store.StoreException;
import fr.sceau.store.content.Contents;
import fr.sceau.store.content.OctetSource;
import fr.sceau.store.database.Sql;
import fr.sceau.store.message.MessageRows;
import fr.sceau.store.message.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.mail.Flags;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;

/**
 * Adds messages to the folders of one address, one transaction each. Writes no side record: nobody takes what comes from outside for
 * what this server has judged. As long as it is open, no other has the same address open.
 */
public final class BoxWriting implements AutoCloseable {
    private static final Map<String, Flags.Flag> FLAGS = Map.of(
            "\\Answered", Flags.Flag.ANSWERED,
            "\\Deleted", Flags.Flag.DELETED,
            "\\Draft", Flags.Flag.DRAFT,
            "\\Flagged", Flags.Flag.FLAGGED,
            "\\Seen", Flags.Flag.SEEN);

    private final String address;
    private final Sql sql;
    private final Contents contents;
    private final Connection lock;

    private BoxWriting(DataSource database, String address, Connection lock) {
        this.address = address;
        this.sql = new Sql(database);
        this.contents = new Contents(database);
        this.lock = lock;
    }

    /** Empty if nobody here has that mailbox. */
    public static Optional<BoxWriting> open(DataSource database, String address) {
        boolean known = new Sql(database)
                .first("SELECT 1 FROM account WHERE address = ? AND kind IS NOT NULL", row -> true, address)
                .isPresent();
        if (!known) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BoxWriting(database, address, lock(database.getConnection(), address)));
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    /** Holds until the transaction ends, and so no longer than the connection is ours. */
    private static Connection lock(Connection connection, String address) throws SQLException {
        try {
            connection.setAutoCommit(false);
            Sql.query(
                    connection,
                    "SELECT pg_advisory_xact_lock(hashtextextended('import ' || ?, 0))",
                    row -> true,
                    address);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** What is to be added; {@code octets} is read more than once. */
    public record NewMail(OctetSource octets, Instant internalDate, List<String> flags, List<String> keywords) {
        public NewMail {
            flags = List.copyOf(flags);
            keywords = List.copyOf(keywords);
        }
    }

    /** The folder of that name, made (and subscribed to) if it is not there. */
    public long folder(String name) {
        return sql.<Long, RuntimeException>transaction(connection -> {
            int made = Sql.update(
                    connection,
                    "INSERT INTO mailbox (namespace, owner, name, uid_validity) VALUES ('#private', ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    address,
                    name,
                    UidValidity.generate().asLong());
            if (made > 0) {
                String path = MailboxPath.forUser(Username.of(address), name).asEscapedString();
                Sql.update(connection, "INSERT INTO subscription VALUES (?, ?) ON CONFLICT DO NOTHING", address, path);
            }
            return Sql.query(
                            connection,
                            "SELECT id FROM mailbox WHERE namespace = '#private' AND owner = ? AND name = ?",
                            row -> row.getLong(1),
                            address,
                            name)
                    .get(0);
        });
    }

    /** How often each message of one of those sizes is in the folder, by the SHA-256 of its octets. */
    public Map<String, Integer> held(long folder, Set<Long> sizes) throws IOException {
        Map<String, Integer> held = new HashMap<>();
        List<UUID> candidates = sql.query(
                "SELECT m.content_id FROM message m JOIN content c ON c.id = m.content_id"
                        + " WHERE m.mailbox_id = ? AND c.octets = ANY (?)",
                row -> row.getObject(1, UUID.class),
                folder,
                Sql.numbers(sizes));
        for (UUID candidate : candidates) {
            held.merge(sha256(candidate), 1, Integer::sum);
        }
        return held;
    }

    /** @throws StoreException if the folder is not there any more; then nothing was added */
    public void add(long folder, NewMail mail) throws IOException {
        UUID id = Contents.newId();
        byte[] summary = Summary.of(mail.octets()).write();
        sql.<Boolean, IOException>transaction(connection -> {
            Contents.write(connection, id, mail.octets(), Optional.of(summary));
            if (MessageRows.add(connection, List.of(folder), message(id, mail)).isEmpty()) {
                throw StoreException.passing("Un dossier a été supprimé pendant l'import ; relancer le complète.");
            }
            return true;
        });
    }

    private static MessageRows.NewMessage message(UUID id, NewMail mail) throws IOException {
        return new MessageRows.NewMessage(
                id,
                id,
                mail.internalDate(),
                Instant.now(),
                flags(mail),
                mail.octets().size());
    }

    @Override
    public void close() {
        try (lock) {
            lock.rollback();
        } catch (SQLException e) {
            throw StoreException.of(e);
        }
    }

    private String sha256(UUID content) throws IOException {
        DigestingOutput digesting = new DigestingOutput(OutputStream.nullOutputStream());
        try (InputStream in = contents.open(content)) {
            in.transferTo(digesting);
        }
        return digesting.sha256();
    }

    private static Flags flags(NewMail mail) {
        Flags flags = new Flags();
        mail.flags().stream().map(FLAGS::get).filter(Objects::nonNull).forEach(flags::add);
        mail.keywords().forEach(flags::add);
        return flags;
    }
}
