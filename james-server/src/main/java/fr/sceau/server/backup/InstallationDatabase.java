package fr.sceau.server.backup;

import fr.sceau.server.ServerConfiguration.Secret;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Single connections without the server's time limits: one statement here copies a whole table. */
public final class InstallationDatabase {
    private InstallationDatabase() {}

    /** The database {@code sceau} on this machine. */
    public static DataSource source(int port, Secret password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("sceau");
        source.setUser("sceau");
        source.setPassword(password.reveal());
        source.setConnectTimeout(5);
        return source;
    }
}
