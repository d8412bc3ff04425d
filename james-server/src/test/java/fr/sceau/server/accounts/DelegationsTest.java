package fr.sceau.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.store.TestPostgres;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DelegationsTest {
    private static final String SERVICE = "cardiologie@exemple.test";
    private static final String LEILA = "leila.benali@exemple.test";
    private static final String AT_SERVICE = "leila.benali+cardiologie@exemple.test";
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-06T00:00:00Z");

    private final DataSource database = TestPostgres.fresh();
    private final SettableClock clock = new SettableClock(MONDAY);
    private final Delegations delegations = new Delegations(database);
    private final DelegationsInForce inForce = new DelegationsInForce(delegations, clock);
    private final JdbcAccounts accounts = new JdbcAccounts(database, delegations, clock);

    @BeforeEach
    void create() {
        accounts.save(new Account(LEILA, "Leïla", Optional.empty(), List.of()), Optional.of("secret"));
        accounts.save(service(List.of()), Optional.empty());
    }

    private static Account service(List<String> delegates) {
        LocalMailbox box = new LocalMailbox(SERVICE, Kind.ORG, Custody.OPERATOR, false, "1990000001");
        return new Account(SERVICE, "Cardiologie", Optional.of(box), delegates);
    }

    private void give(Share... shares) {
        delegations.put(new Delegation(SERVICE, LEILA, Set.of(shares), MONDAY, FRIDAY));
    }

    @Test
    void rights_begin_and_end_on_their_moments_while_the_server_runs() {
        give(Share.READ, Share.SEND);
        clock.set(MONDAY.minusMillis(1));
        assertThat(inForce.shares(LEILA, SERVICE)).isEmpty();
        clock.set(MONDAY);
        assertThat(inForce.shares(LEILA, SERVICE)).containsExactly(Share.READ, Share.SEND);
        assertThat(inForce.boxes(LEILA, Share.READ)).containsExactly(SERVICE);
        clock.set(FRIDAY.minusMillis(1));
        assertThat(inForce.sharesAsLastRead(LEILA, SERVICE)).containsExactly(Share.READ, Share.SEND);
        clock.set(FRIDAY);
        assertThat(inForce.sharesAsLastRead(LEILA, SERVICE)).isEmpty();
        assertThat(inForce.boxes(LEILA, Share.READ)).isEmpty();
    }

    @Test
    void plus_login_opens_the_box_only_while_a_right_is_in_force() {
        assertThat(accounts.authenticate(AT_SERVICE, "secret")).isEmpty();
        give(Share.READ);
        assertThat(accounts.authenticate(AT_SERVICE, "secret")).contains(SERVICE);
        assertThat(accounts.authenticate(AT_SERVICE, "wrong")).isEmpty();
        clock.set(FRIDAY);
        assertThat(accounts.authenticate(AT_SERVICE, "secret")).isEmpty();
    }

    @Test
    void person_without_a_mailbox_logs_in_under_her_own_address() {
        assertThat(accounts.authenticate(LEILA, "secret")).contains(LEILA);
        assertThat(accounts.mailbox(LEILA)).isEmpty();
    }

    @Test
    void writing_contains_reading() {
        give(Share.WRITE);
        assertThat(inForce.shares(LEILA, SERVICE)).containsExactly(Share.READ, Share.WRITE);
        assertThat(delegations.on(SERVICE))
                .extracting(Delegation::shares)
                .containsExactly(EnumSet.of(Share.READ, Share.WRITE));
    }

    @Test
    void delegates_of_an_account_file_get_everything_without_end_and_others_keep_theirs() {
        accounts.save(new Account("paul@exemple.test", "Paul", Optional.empty(), List.of()), Optional.empty());
        give(Share.READ);
        accounts.save(service(List.of("paul@exemple.test")), Optional.empty());
        assertThat(delegations.on(SERVICE))
                .containsExactly(
                        new Delegation(SERVICE, LEILA, Set.of(Share.READ), MONDAY, FRIDAY),
                        Delegation.whole(SERVICE, "paul@exemple.test"));
    }

    @Test
    void taking_away_is_done_once() {
        give(Share.READ);
        assertThat(delegations.remove(SERVICE, LEILA)).isTrue();
        assertThat(delegations.remove(SERVICE, LEILA)).isFalse();
        assertThat(delegations.of(LEILA)).isEmpty();
    }

    @Test
    void unknown_person_is_given_nothing() {
        Delegation toNobody = Delegation.whole(SERVICE, "inconnue@exemple.test");
        assertThatThrownBy(() -> delegations.put(toNobody)).isInstanceOf(AccountsUnavailable.class);
        assertThat(delegations.on(SERVICE)).isEmpty();
    }
}
