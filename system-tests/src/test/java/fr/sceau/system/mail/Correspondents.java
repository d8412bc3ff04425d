package fr.sceau.system.mail;

import fr.sceau.system.installation.TestSceau;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;

/** What the server remembers of the mailboxes of others; it has no command for it. */
public final class Correspondents {
    private final TestSceau sceau;

    public Correspondents(TestSceau sceau) {
        this.sceau = sceau;
    }

    /** Code of the last failure. */
    public Optional<String> failure(String address) {
        Properties login = new Properties();
        login.setProperty("user", "sceau");
        login.setProperty("password", sceau.installation().secrets().getProperty("postgres.password"));
        String url = "jdbc:postgresql://127.0.0.1:" + sceau.port("postgres.port") + "/sceau";
        try (Connection connection = DriverManager.getConnection(url, login);
                PreparedStatement asked =
                        connection.prepareStatement("SELECT code FROM correspondent WHERE address = ?")) {
            asked.setString(1, address);
            try (ResultSet row = asked.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("not asked", e);
        }
    }
}
