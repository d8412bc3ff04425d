package fr.sceau.store.backup;

import fr.sceau.store.database.Sql;
import javax.sql.DataSource;

/** The counters of mailboxes that go on after a copy was taken of them. */
public final class Counters {
    private static final long LEAP = 1_000_000;

    private Counters() {}

    /**
     * Numbers that were given to messages after the copy are not given again: a client that kept one would show the old message
     * under it. RFC 9051 2.3.1.1
     */
    public static void leap(DataSource database) {
        new Sql(database)
                .update("UPDATE mailbox SET last_uid = last_uid + ?, highest_modseq = highest_modseq + ?", LEAP, LEAP);
    }
}
