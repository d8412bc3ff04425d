package fr.sceau.server.backup;

import java.io.IOException;
import javax.sql.DataSource;

/** Where the database of a restored installation is made. */
interface DatabasePlace {
    /** An empty database that answers; the installation's configuration is already in its place. */
    DataSource start() throws IOException;

    /** Ends what {@link #start} began; does nothing when it was not called. */
    void stop() throws IOException;
}
