package fr.sceau.store.mailbox;

import fr.sceau.store.StoreException;
import fr.sceau.store.database.Sql;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.exception.SubscriptionException;
import org.apache.james.mailbox.store.user.SubscriptionMapper;
import org.apache.james.mailbox.store.user.model.Subscription;

/** Which mailboxes a person wants to see listed (IMAP LSUB). */
public final class JdbcSubscriptionMapper implements SubscriptionMapper {
    private final Sql sql;

    public JdbcSubscriptionMapper(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void save(Subscription subscription) throws SubscriptionException {
        answer(() -> sql.update(
                "INSERT INTO subscription (person, mailbox) VALUES (?, ?) ON CONFLICT DO NOTHING",
                subscription.getUser().asString(),
                subscription.getMailbox()));
    }

    @Override
    public List<Subscription> findSubscriptionsForUser(Username user) throws SubscriptionException {
        return answer(() -> sql.query(
                "SELECT mailbox FROM subscription WHERE person = ? ORDER BY mailbox",
                row -> new Subscription(user, row.getString(1)),
                user.asString()));
    }

    @Override
    public void delete(Subscription subscription) throws SubscriptionException {
        answer(() -> sql.update(
                "DELETE FROM subscription WHERE person = ? AND mailbox = ?",
                subscription.getUser().asString(),
                subscription.getMailbox()));
    }

    private static <T> T answer(Supplier<T> question) throws SubscriptionException {
        try {
            return question.get();
        } catch (StoreException e) {
            throw new SubscriptionException(e);
        }
    }
}
