package fr.sceau.store.quota;

import fr.sceau.store.database.Blocking;
import fr.sceau.store.database.Sql;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.apache.james.core.quota.QuotaCountUsage;
import org.apache.james.core.quota.QuotaSizeUsage;
import org.apache.james.mailbox.model.CurrentQuotas;
import org.apache.james.mailbox.model.QuotaOperation;
import org.apache.james.mailbox.model.QuotaRoot;
import org.apache.james.mailbox.quota.CurrentQuotaManager;
import org.apache.james.mailbox.store.quota.DefaultUserQuotaRootResolver;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * What is used: the sum of the counters that every change of a message changes in its own transaction. To increase,
 * decrease or set it is therefore to do nothing.
 */
public final class CountedQuotas implements CurrentQuotaManager {
    private static final String SUM = "SELECT coalesce(sum(messages), 0), coalesce(sum(octets), 0) FROM mailbox"
            + " WHERE owner = ? AND namespace = ?";

    private final Sql sql;

    @Inject
    public CountedQuotas(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public Publisher<QuotaCountUsage> getCurrentMessageCount(QuotaRoot root) {
        return getCurrentQuotas(root).map(CurrentQuotas::count);
    }

    @Override
    public Publisher<QuotaSizeUsage> getCurrentStorage(QuotaRoot root) {
        return getCurrentQuotas(root).map(CurrentQuotas::size);
    }

    @Override
    public Mono<CurrentQuotas> getCurrentQuotas(QuotaRoot root) {
        // The resolver writes namespace, separator, owner; the separator is in neither.
        String value = root.getValue();
        int separator = value.indexOf(DefaultUserQuotaRootResolver.SEPARATOR);
        if (separator < 0) {
            return Mono.just(CurrentQuotas.emptyQuotas());
        }
        return Blocking.mono(() -> sql.first(
                        SUM,
                        row -> new CurrentQuotas(
                                QuotaCountUsage.count(row.getLong(1)), QuotaSizeUsage.size(row.getLong(2))),
                        value.substring(separator + 1),
                        value.substring(0, separator))
                .orElseThrow());
    }

    @Override
    public Publisher<Void> increase(QuotaOperation operation) {
        return Mono.empty();
    }

    @Override
    public Publisher<Void> decrease(QuotaOperation operation) {
        return Mono.empty();
    }

    @Override
    public Publisher<Void> setCurrentQuotas(QuotaOperation operation) {
        return Mono.empty();
    }
}
