package fr.sceau.server.cli;

import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.server.ServerConfiguration;
import fr.sceau.server.accounts.Delegations;
import fr.sceau.server.accounts.JdbcAccounts;
import java.time.Clock;

/** Accounts and delegations for the time of one command. */
record AccountTables(HikariDataSource database, JdbcAccounts accounts, Delegations delegations)
        implements AutoCloseable {
    static AccountTables open(ServerConfiguration configuration) {
        HikariDataSource database = configuration.database().open();
        Delegations delegations = new Delegations(database);
        return new AccountTables(
                database, new JdbcAccounts(database, delegations, Clock.systemDefaultZone()), delegations);
    }

    @Override
    public void close() {
        database.close();
    }
}
