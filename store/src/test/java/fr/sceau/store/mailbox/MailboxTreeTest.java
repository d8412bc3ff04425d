package fr.sceau.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.store.TestPostgres;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.james.core.Username;
import org.apache.james.mailbox.MailboxManager.MailboxRenamedResult;
import org.apache.james.mailbox.MailboxManager.RenameOption;
import org.apache.james.mailbox.exception.MailboxException;
import org.apache.james.mailbox.exception.MailboxExistsException;
import org.apache.james.mailbox.exception.MailboxNotFoundException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.apache.james.mailbox.store.user.model.Subscription;
import org.junit.jupiter.api.Test;

final class MailboxTreeTest {
    private static final Username MARIE = Username.of("marie@cabinet.test");

    private final DataSource database = TestPostgres.fresh();
    private final JdbcMailboxMapper mapper = new JdbcMailboxMapper(database);
    private final MailboxTree tree = new MailboxTree(database);

    @Test
    void all_below_moves_and_names_that_only_begin_alike_stay() throws MailboxException {
        Mailbox top = create("Labo");
        create("Labo.2026");
        create("Labo.2026.Mai");
        create("Laboratoire");
        List<MailboxRenamedResult> moves = rename(top, "Archives.Labo");
        assertThat(names())
                .containsExactlyInAnyOrder(
                        "Archives.Labo", "Archives.Labo.2026", "Archives.Labo.2026.Mai", "Laboratoire");
        assertThat(moves)
                .extracting(move -> move.getOriginPath().getName())
                .containsExactly("Labo", "Labo.2026", "Labo.2026.Mai");
    }

    @Test
    void wildcards_of_sql_in_a_name_are_letters_like_others() throws MailboxException {
        Mailbox top = create("100%_");
        create("100%_.a");
        create("1000x.a");
        rename(top, "tout");
        assertThat(names()).containsExactlyInAnyOrder("tout", "tout.a", "1000x.a");
    }

    @Test
    void one_name_that_is_taken_keeps_everything_where_it_was() {
        Mailbox top = create("a");
        create("a.x");
        create("b.x");
        assertThatThrownBy(() -> rename(top, "b")).isInstanceOf(MailboxExistsException.class);
        assertThat(names()).containsExactlyInAnyOrder("a", "a.x", "b.x");
    }

    @Test
    void a_tree_can_move_below_and_above_itself() throws MailboxException {
        Mailbox top = create("a");
        create("a.a.x");
        create("a.a.a.x");
        rename(top, "a.a");
        assertThat(names()).containsExactlyInAnyOrder("a.a", "a.a.a.x", "a.a.a.a.x");
        rename(top, "a");
        assertThat(names()).containsExactlyInAnyOrder("a", "a.a.x", "a.a.a.x");
    }

    @Test
    void subscriptions_follow_in_both_forms_that_they_can_have() throws Exception {
        Mailbox top = create("Labo");
        Mailbox below = create("Labo.2026");
        JdbcSubscriptionMapper subscriptions = new JdbcSubscriptionMapper(database);
        subscriptions.save(new Subscription(MARIE, top.generateAssociatedPath().asEscapedString()));
        subscriptions.save(new Subscription(MARIE, below.getName()));
        rename(top, "Vieux");
        assertThat(subscriptions.findSubscriptionsForUser(MARIE))
                .extracting(Subscription::getMailbox)
                .containsExactlyInAnyOrder(
                        path("Vieux").asEscapedString(), path("Vieux.2026").asEscapedString());
    }

    @Test
    void what_is_gone_is_not_found() {
        Mailbox top = create("Labo");
        mapper.delete(top).block();
        assertThatThrownBy(() -> rename(top, "Vieux")).isInstanceOf(MailboxNotFoundException.class);
    }

    private List<MailboxRenamedResult> rename(Mailbox mailbox, String to) throws MailboxException {
        return tree.rename(MailboxNumber.of(mailbox), path(to), '.', RenameOption.RENAME_SUBSCRIPTIONS);
    }

    private Mailbox create(String name) {
        return Objects.requireNonNull(
                mapper.create(path(name), UidValidity.of(42)).block());
    }

    private List<String> names() {
        return mapper.list().map(Mailbox::getName).collectList().blockOptional().orElseThrow();
    }

    private static MailboxPath path(String name) {
        return MailboxPath.forUser(MARIE, name);
    }
}
