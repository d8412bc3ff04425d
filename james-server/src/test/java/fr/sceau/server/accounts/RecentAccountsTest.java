package fr.sceau.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.store.TestPostgres;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads through a pool of its own, so that closing it shows what is remembered. */
final class RecentAccountsTest {
    private static final String SERVICE = "cardiologie@exemple.test";
    private static final String LEILA = "leila.benali@exemple.test";
    private static final String AT_SERVICE = "leila.benali+cardiologie@exemple.test";
    private static final Instant MONDAY = Instant.parse("2026-11-02T00:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-06T00:00:00Z");

    private final DataSource database = TestPostgres.fresh();
    private final HikariDataSource read = TestPostgres.secondPool();
    private final SettableClock clock = new SettableClock(MONDAY);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final JdbcAccounts written = new JdbcAccounts(database, new Delegations(database), clock);
    private final Delegations given = new Delegations(database);
    private final JdbcAccounts strict = new JdbcAccounts(read, new Delegations(read), clock);
    private final RecentAccounts accounts = new RecentAccounts(strict, new Delegations(read), clock, nanos::get);

    @AfterEach
    void close() {
        read.close();
    }

    private void service(Custody custody) {
        LocalMailbox box = new LocalMailbox(SERVICE, Kind.ORG, custody, false, "1990000001");
        written.save(new Account(SERVICE, "Cardiologie", Optional.of(box), List.of()), Optional.empty());
    }

    private void leila(Share... shares) {
        written.save(new Account(LEILA, "Leïla", Optional.empty(), List.of()), Optional.of("secret"));
        given.put(new Delegation(SERVICE, LEILA, Set.of(shares), MONDAY, FRIDAY));
    }

    private void aSecondLater() {
        nanos.addAndGet(Recent.AGE.toNanos());
    }

    private Custody custody() {
        return accounts.mailbox(SERVICE).orElseThrow().custody();
    }

    @Test
    void mailbox_is_asked_for_once_a_second_however_it_is_written() {
        service(Custody.OPERATOR);
        accounts.mailbox(SERVICE);
        read.close();

        assertThat(accounts.mailbox("Cardiologie@Exemple.test").orElseThrow().address())
                .isEqualTo(SERVICE);
        aSecondLater();
        assertThatThrownBy(() -> accounts.mailbox(SERVICE)).isInstanceOf(AccountsUnavailable.class);
    }

    @Test
    void change_of_a_mailbox_is_in_force_after_a_second() {
        service(Custody.OPERATOR);
        assertThat(custody()).isEqualTo(Custody.OPERATOR);
        service(Custody.OWNER);
        aSecondLater();
        assertThat(custody()).isEqualTo(Custody.OWNER);
    }

    @Test
    void new_mailbox_is_there_at_once_and_a_removed_one_is_not_after_a_second() {
        assertThat(accounts.mailbox(SERVICE)).isEmpty();
        service(Custody.OPERATOR);
        assertThat(accounts.mailbox(SERVICE)).isPresent();
        written.save(new Account(SERVICE, "Cardiologie", Optional.empty(), List.of()), Optional.empty());
        aSecondLater();
        assertThat(accounts.mailbox(SERVICE)).isEmpty();
    }

    @Test
    void writing_as_the_box_takes_the_right_to_send_today() {
        service(Custody.OPERATOR);
        leila(Share.READ, Share.WRITE);
        assertThat(accounts.mailboxesFor(LEILA)).isEmpty();
        leila(Share.SEND);
        aSecondLater();
        assertThat(accounts.mailboxesFor(LEILA)).containsExactly(SERVICE);
        assertThat(accounts.mailboxesFor(AT_SERVICE)).containsExactly(SERVICE);
        given.remove(SERVICE, LEILA);
        aSecondLater();
        assertThat(accounts.mailboxesFor(LEILA)).isEmpty();
    }

    @Test
    void right_to_send_ends_on_its_moment_while_it_is_remembered() {
        service(Custody.OPERATOR);
        leila(Share.SEND);
        assertThat(accounts.mailboxesFor(LEILA)).containsExactly(SERVICE);
        clock.set(FRIDAY);
        assertThat(accounts.mailboxesFor(LEILA)).isEmpty();
        clock.set(MONDAY.minusMillis(1));
        assertThat(accounts.mailboxesFor(LEILA)).isEmpty();
    }

    @Test
    void owner_of_a_mailbox_writes_as_it() {
        service(Custody.OPERATOR);
        assertThat(accounts.mailboxesFor(SERVICE)).containsExactly(SERVICE);
        assertThat(accounts.mailboxesFor("nobody")).isEmpty();
    }

    @Test
    void login_is_never_remembered() {
        service(Custody.OPERATOR);
        leila(Share.READ, Share.SEND);
        assertThat(accounts.mailboxesFor(AT_SERVICE)).containsExactly(SERVICE);
        assertThat(strict.authenticate(AT_SERVICE, "secret")).contains(SERVICE);
        given.remove(SERVICE, LEILA);
        assertThat(strict.authenticate(AT_SERVICE, "secret")).isEmpty();
    }
}
