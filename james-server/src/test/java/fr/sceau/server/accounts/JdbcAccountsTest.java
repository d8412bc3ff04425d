package fr.sceau.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.sceau.mailets.accounts.AccountsUnavailable;
import fr.sceau.mailets.accounts.Custody;
import fr.sceau.mailets.accounts.Kind;
import fr.sceau.mailets.accounts.LocalMailbox;
import fr.sceau.store.TestPostgres;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

final class JdbcAccountsTest {
    private static final String BOX = "cardio@x.test";
    private static final String LEILA = "leila@x.test";

    private final DataSource database = TestPostgres.fresh();
    private final Delegations delegations = new Delegations(database);
    private final JdbcAccounts accounts = new JdbcAccounts(database, delegations, Clock.systemUTC());

    private static Registration box(String delegate) {
        LocalMailbox mailbox = new LocalMailbox(BOX, Kind.ORG, Custody.OPERATOR, false, "");
        return new Registration(
                new Account(BOX, "Cardiologie", Optional.of(mailbox), List.of(delegate)), Optional.empty());
    }

    private static Registration leila() {
        return new Registration(new Account(LEILA, "Leïla", Optional.empty(), List.of()), Optional.of("secret"));
    }

    @Test
    void several_may_be_delegates_of_one_another() {
        accounts.save(List.of(box(LEILA), leila()));
        assertThat(delegations.on(BOX)).extracting(Delegation::person).containsExactly(LEILA);
        assertThat(accounts.authenticate(LEILA, "secret")).contains(LEILA);
    }

    @Test
    void of_several_none_is_there_when_one_is_refused() {
        assertThatThrownBy(() -> accounts.save(List.of(leila(), box("nobody@x.test"))))
                .isInstanceOf(AccountsUnavailable.class);
        assertThat(accounts.exists(LEILA)).isFalse();
        assertThat(accounts.exists(BOX)).isFalse();
    }
}
