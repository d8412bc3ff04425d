package fr.sceau.bench.growth;

import fr.sceau.bench.BenchException;
import fr.sceau.demo.Installation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** The database of the installation, as its owner sees it. */
public final class Store implements AutoCloseable {
    private final Connection connection;

    private Store(Connection connection) {
        this.connection = connection;
    }

    /** Connects with the password of the installation. */
    public static Store open(Installation installation) {
        Properties login = new Properties();
        login.setProperty("user", "sceau");
        login.setProperty("password", installation.secrets().getProperty("postgres.password", ""));
        try {
            return new Store(DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + installation.port("postgres.port") + "/sceau", login));
        } catch (SQLException e) {
            throw new BenchException("base de données inaccessible", e);
        }
    }

    /** Whether it holds a table. */
    public boolean has(String table) {
        return number(
                        "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public' AND table_name = ?",
                        table)
                > 0;
    }

    /** One statement; returns how many rows it changed. */
    long update(String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeLargeUpdate();
        } catch (SQLException e) {
            throw new BenchException("ordre SQL refusé (" + e.getSQLState() + ")", e);
        }
    }

    /** One number. */
    long number(String sql, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new BenchException("requête sans résultat : " + sql);
            }
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new BenchException("requête refusée (" + e.getSQLState() + ")", e);
        }
    }

    /** One thing happens whole or not at all. */
    void transaction(Runnable work) {
        try {
            connection.setAutoCommit(false);
            work.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new BenchException("transaction refusée (" + e.getSQLState() + ")", e);
        }
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new BenchException("base de données : fin de connexion irrégulière", e);
        }
    }
}
