package fr.sceau.store.repository;

import fr.sceau.store.StoreException;
import fr.sceau.store.content.Contents;
import fr.sceau.store.database.Sql;
import fr.sceau.store.mail.ContentMessage;
import fr.sceau.store.mail.Envelope;
import fr.sceau.store.mail.MailContents;
import fr.sceau.store.mail.Since;
import fr.sceau.store.mail.UnreadableEnvelope;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.inject.Inject;
import javax.mail.MessagingException;
import javax.sql.DataSource;
import org.apache.james.mailrepository.api.MailKey;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.server.core.MailImpl;
import org.apache.mailet.Mail;
import org.jspecify.annotations.Nullable;

/** One repository; a mail's key is its name. Thread-safe. */
public final class PostgresMailRepository implements MailRepository {
    private final Sql sql;
    private final Contents contents;
    private final RepositoryRows rows;

    @Inject
    public PostgresMailRepository(DataSource database, MailRepositoryUrl url) {
        this.sql = new Sql(database);
        this.contents = new Contents(database);
        this.rows = new RepositoryRows(url.asString());
    }

    @Override
    public long size() throws MessagingException {
        return with(rows::size);
    }

    @Override
    public MailKey store(Mail mail) throws MessagingException {
        Envelope envelope = Envelope.of(mail);
        try (MailContents message = MailContents.of(mail)) {
            sql.<Integer, IOException>transaction(connection -> {
                rows.put(connection, envelope, Since.of(mail), message.keep(connection));
                return 1;
            });
        } catch (IOException | StoreException e) {
            throw new MessagingException("mail " + mail.getName() + " is not in the repository", e);
        }
        return MailKey.forMail(mail);
    }

    @Override
    public Iterator<MailKey> list() throws MessagingException {
        List<String> keys = with(rows::keys);
        return keys.stream().map(MailKey::new).iterator();
    }

    @Override
    @SuppressWarnings("NullAway") // James' contract: null when there is none
    public @Nullable Mail retrieve(MailKey key) throws MessagingException {
        Optional<Found> found = with(connection -> rows.find(connection, key.asString(), Found::read));
        return found.isPresent() ? mail(found.get()) : null;
    }

    private Mail mail(Found found) throws MessagingException {
        try {
            MailImpl mail = found.envelope().mail();
            mail.setMessageNoCopy(new ContentMessage(contents, found.content(), found.octets()));
            return mail;
        } catch (UnreadableEnvelope e) {
            throw new MessagingException("mail of the repository is not understood", e);
        }
    }

    @Override
    public void remove(MailKey key) throws MessagingException {
        remove(List.of(key));
    }

    @Override
    public void remove(Collection<MailKey> keys) throws MessagingException {
        List<String> names = keys.stream().map(MailKey::asString).toList();
        with(connection -> rows.remove(connection, names));
    }

    @Override
    public void removeAll() throws MessagingException {
        with(rows::removeAll);
    }

    private <T> T with(Sql.Work<T, RuntimeException> work) throws MessagingException {
        try {
            return sql.transaction(work);
        } catch (StoreException e) {
            throw new MessagingException("repository does not answer", e);
        }
    }

    private record Found(Envelope envelope, UUID content, long octets) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(Envelope.read(row), row.getObject("content_id", UUID.class), row.getLong("octets"));
        }
    }
}
