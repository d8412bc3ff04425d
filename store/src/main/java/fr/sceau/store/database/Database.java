package fr.sceau.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.store.StoreException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** The pool of connections that mailboxes, queue and accounts share. */
public final class Database {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int CONNECTIONS = 24;
    private static final List<String> FORMER_TABLES =
            List.of("james_mailbox", "james_mail", "sceau_account", "sceau_submission");

    private Database() {}

    /** Opens a pool whose tables are those of this version; processes that start together wait for one another. */
    public static HikariDataSource open(String url, String user, String password) {
        HikariDataSource pool = new HikariDataSource(settings(url, user, password));
        try {
            refuseFormerTables(new Sql(pool));
            migrate(pool, MigrationVersion.LATEST);
            return pool;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static HikariConfig settings(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sceau");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        return config;
    }

    /** Beside the tables of the former version ours would be empty: the mail would seem lost. */
    private static void refuseFormerTables(Sql sql) {
        boolean former = sql.first(
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema()"
                                + " AND table_name = ANY (?)",
                        row -> row.getInt(1),
                        Sql.texts(FORMER_TABLES))
                .isPresent();
        if (former) {
            throw StoreException.permanent("La base contient les tables d'une version antérieure de Sceau, que celle-ci"
                    + " ne sait pas lire : le courrier y est intact. Démarrer sur une base vide, ou revenir à la"
                    + " version antérieure.");
        }
    }

    /** Gives an empty database the tables of an earlier version, for a backup made then. */
    public static void migrate(DataSource empty, String version) {
        migrate(empty, MigrationVersion.fromVersion(version));
    }

    private static void migrate(DataSource pool, MigrationVersion target) {
        try {
            Flyway.configure(Database.class.getClassLoader())
                    .dataSource(pool)
                    .locations("classpath:fr/sceau/store/schema")
                    .table("schema_version")
                    .target(target)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            StoreException exception =
                    StoreException.permanent("Les tables ne peuvent pas être mises à jour : " + e.getErrorCode());
            exception.addSuppressed(e); // speaks of our own scripts only, never of rows
            throw exception;
        }
    }
}
