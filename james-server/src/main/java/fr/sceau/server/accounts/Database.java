package fr.sceau.server.accounts;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.sceau.server.ServerConfiguration.DatabaseAddress;
import fr.sceau.server.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/** The pool of connections that accounts, ledger and mailboxes share. */
public final class Database {
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int CONNECTIONS = 24;

    private Database() {}

    /** Opens a pool and creates our tables where they are missing. */
    public static HikariDataSource open(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("sceau");
        config.setJdbcUrl(address.url());
        config.setUsername("sceau");
        config.setPassword(address.password().reveal());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(PATIENCE.toMillis());
        config.setValidationTimeout(PATIENCE.toMillis() / 2);
        HikariDataSource pool = new HikariDataSource(config);
        createTables(pool);
        return pool;
    }

    private static void createTables(DataSource database) {
        try (InputStream script = Database.class.getResourceAsStream("schema.sql");
                Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (script == null) {
                throw new IllegalStateException("schema.sql is part of this jar");
            }
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException | IOException e) {
            throw new ServerException("Les tables des comptes ne peuvent pas être créées", e);
        }
    }
}
