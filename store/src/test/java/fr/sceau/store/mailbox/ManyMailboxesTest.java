package fr.sceau.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.database.Sql;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.model.search.MailboxQuery;
import org.apache.james.mailbox.model.search.PrefixedWildcard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One person with 10,000 mailboxes. */
final class ManyMailboxesTest {
    private static final Username MARIE = Username.of("marie@cabinet.test");

    private final DataSource database = TestPostgres.fresh();
    private final JdbcMailboxMapper mapper = new JdbcMailboxMapper(database);

    @BeforeEach
    void fill() {
        Sql sql = new Sql(database);
        sql.update(
                "INSERT INTO mailbox (namespace, owner, name, uid_validity)"
                        + " SELECT '#private', ?, 'Dossiers.' || (i / 100) || '.' || (i % 100), 42"
                        + " FROM generate_series(0, 9999) i",
                MARIE.asString());
        sql.update("ANALYZE mailbox");
    }

    @Test
    void a_part_of_them_is_found_through_the_index() {
        MailboxQuery.UserBound query = MailboxQuery.builder()
                .privateNamespace()
                .username(MARIE)
                .expression(new PrefixedWildcard("Dossiers.42."))
                .build()
                .asUserBound();
        assertThat(mapper.findMailboxWithPathLike(query).collectList().block()).hasSize(100);
        String plan = String.join(
                "\n",
                new Sql(database)
                        .query(
                                "EXPLAIN " + JdbcMailboxMapper.BY_PREFIX,
                                row -> row.getString(1),
                                MARIE.asString(),
                                "#private",
                                "Dossiers.42."));
        assertThat(plan).containsPattern("Index Cond: .*name >= 'Dossiers.42.'.*name < 'Dossiers.42/'");
    }

    @Test
    void children_are_told_without_reading_the_others() {
        Mailbox leaf =
                new Mailbox(MailboxPath.forUser(MARIE, "Dossiers.42.1"), UidValidity.of(42), new MailboxNumber(1));
        Mailbox branch =
                new Mailbox(MailboxPath.forUser(MARIE, "Dossiers.42"), UidValidity.of(42), new MailboxNumber(2));
        assertThat(mapper.hasChildren(leaf, '.').block()).isFalse();
        assertThat(mapper.hasChildren(branch, '.').block()).isTrue();
    }
}
