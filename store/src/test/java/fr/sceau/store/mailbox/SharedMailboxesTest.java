package fr.sceau.store.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.store.TestPostgres;
import fr.sceau.store.server.RightsWithoutGroups;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.james.core.Username;
import org.apache.james.mailbox.exception.UnsupportedRightException;
import org.apache.james.mailbox.model.Mailbox;
import org.apache.james.mailbox.model.MailboxACL;
import org.apache.james.mailbox.model.MailboxACL.EntryKey;
import org.apache.james.mailbox.model.MailboxACL.Rfc4314Rights;
import org.apache.james.mailbox.model.MailboxACL.Right;
import org.apache.james.mailbox.model.MailboxPath;
import org.apache.james.mailbox.model.UidValidity;
import org.junit.jupiter.api.Test;

final class SharedMailboxesTest {
    private static final Username OWNER = Username.of("labo@cabinet.test");
    private static final Username MARIE = Username.of("marie@cabinet.test");
    private static final Rfc4314Rights READ = new Rfc4314Rights(Right.Lookup, Right.Read);

    private final JdbcMailboxMapper mapper = new JdbcMailboxMapper(TestPostgres.fresh());
    private final Mailbox box = Objects.requireNonNull(
            mapper.create(MailboxPath.inbox(OWNER), UidValidity.of(42)).block());

    @Test
    void a_box_shared_by_name_is_listed_for_that_right_only() {
        share(Map.of(EntryKey.createUserEntryKey(MARIE), READ));
        assertThat(listed(MARIE, Right.Read)).containsExactly(box);
        assertThat(listed(MARIE, Right.Write)).isEmpty();
        assertThat(listed(Username.of("autre@cabinet.test"), Right.Read)).isEmpty();
    }

    @Test
    void a_box_shared_with_all_is_listed_for_all_but_its_owner() {
        share(Map.of(MailboxACL.AUTHENTICATED_KEY, READ));
        assertThat(listed(MARIE, Right.Read)).containsExactly(box);
        assertThat(listed(OWNER, Right.Read)).isEmpty();
        share(Map.of(MailboxACL.ANYBODY_KEY, READ));
        assertThat(listed(MARIE, Right.Read)).containsExactly(box);
    }

    @Test
    void a_negative_right_takes_away_what_another_entry_gave() {
        share(Map.of(MailboxACL.ANYBODY_KEY, READ, EntryKey.createUserEntryKey(MARIE, true), READ));
        assertThat(listed(MARIE, Right.Read)).isEmpty();
        assertThat(listed(Username.of("paul@cabinet.test"), Right.Read)).containsExactly(box);
    }

    @Test
    void an_identifier_may_hold_any_character() {
        EntryKey odd = EntryKey.createUserEntryKey(Username.of("d'a:b\"c\\%_@cabinet.test"));
        share(Map.of(odd, READ));
        Mailbox read = Objects.requireNonNull(
                mapper.findMailboxById(box.getMailboxId()).block());
        assertThat(read.getACL().getEntries()).containsExactly(Map.entry(odd, READ));
    }

    @Test
    void an_entry_for_a_group_closes_the_box_to_nobody() throws UnsupportedRightException {
        MailboxACL rights = new MailboxACL(
                Map.of(EntryKey.createGroupEntryKey("secretaires"), READ, EntryKey.createUserEntryKey(MARIE), READ));
        RightsWithoutGroups resolver = new RightsWithoutGroups();
        assertThat(resolver.resolveRights(MARIE, rights, OWNER.asString())).isEqualTo(READ);
        assertThat(resolver.resolveRights(OWNER, rights, OWNER.asString())).isEqualTo(MailboxACL.FULL_RIGHTS);
        assertThat(resolver.resolveRights(Username.of("paul@cabinet.test"), rights, OWNER.asString()))
                .isEqualTo(MailboxACL.NO_RIGHTS);
    }

    private void share(Map<EntryKey, Rfc4314Rights> rights) {
        mapper.setACL(box, new MailboxACL(rights)).block();
    }

    private List<Mailbox> listed(Username user, Right right) {
        return mapper.findNonPersonalMailboxes(user, right)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
