package fr.sceau.store.quota;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.james.core.quota.QuotaCountUsage;
import org.apache.james.core.quota.QuotaSizeUsage;
import org.apache.james.mailbox.model.CurrentQuotas;
import org.apache.james.mailbox.model.QuotaOperation;
import org.apache.james.mailbox.model.QuotaRoot;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

final class CountedQuotasTest {
    private static final QuotaRoot MARIE = QuotaRoot.quotaRoot("#private&marie@cabinet.test", Optional.empty());

    private final DataSource database = TestPostgres.fresh();
    private final CountedQuotas quotas = new CountedQuotas(database);

    @Test
    void nothing_is_used_where_there_is_nothing() {
        assertThat(used(MARIE)).isEqualTo(CurrentQuotas.emptyQuotas());
    }

    @Test
    void what_is_used_is_the_sum_of_the_owners_mailboxes() {
        box("#private", "marie@cabinet.test", "INBOX", 3, 3000);
        box("#private", "marie@cabinet.test", "Labo", 4, 500);
        box("#private", "paul@cabinet.test", "INBOX", 7, 7000);
        box("#autre", "marie@cabinet.test", "INBOX", 9, 9000);
        assertThat(used(MARIE)).isEqualTo(new CurrentQuotas(QuotaCountUsage.count(7), QuotaSizeUsage.size(3500)));
    }

    @Test
    void nobody_can_set_it_to_something_else() {
        box("#private", "marie@cabinet.test", "INBOX", 3, 3000);
        QuotaOperation other = new QuotaOperation(MARIE, QuotaCountUsage.count(1), QuotaSizeUsage.size(1));
        Mono.from(quotas.increase(other)).block();
        Mono.from(quotas.decrease(other)).block();
        Mono.from(quotas.setCurrentQuotas(other)).block();
        assertThat(used(MARIE)).isEqualTo(new CurrentQuotas(QuotaCountUsage.count(3), QuotaSizeUsage.size(3000)));
    }

    private CurrentQuotas used(QuotaRoot root) {
        return quotas.getCurrentQuotas(root).blockOptional().orElseThrow();
    }

    private void box(String namespace, String owner, String name, long messages, long octets) {
        new Sql(database)
                .update(
                        "INSERT INTO mailbox (namespace, owner, name, uid_validity, messages, octets)"
                                + " VALUES (?, ?, ?, 42, ?, ?)",
                        namespace,
                        owner,
                        name,
                        messages,
                        octets);
    }
}
