package fr.sceau.bench.growth;

import fr.sceau.bench.wire.Imap;
import java.io.IOException;

/** What a client asks of a mailbox; each is one thing that a person notices. */
enum Operation {
    FETCH_ONE("FETCH d'un corps", 300),
    WINDOW("liste de 200 lignes", 30),
    STORE("STORE d'un drapeau", 60),
    READ("STORE de \\Seen", 60),
    EXPUNGE("UID EXPUNGE d'un message", 15),
    NOOP("NOOP", 500),
    STATUS("STATUS", 300),
    SELECT("SELECT", 200);

    static final String COLUMNS = "(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE BODYSTRUCTURE)";
    static final int ROWS = 200;

    private final String french;
    private final int times;

    Operation(String french, int times) {
        this.french = french;
        this.times = times;
    }

    String french() {
        return french;
    }

    /** How often in one block. */
    int times() {
        return times;
    }

    /** What must be so before the clock starts. */
    void prepare(Imap imap, long uid) throws IOException {
        if (this == EXPUNGE) {
            imap.ask("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)");
        }
    }

    void run(Imap imap, long uid, Marks marks) throws IOException {
        switch (this) {
            case FETCH_ONE -> imap.ask("UID FETCH " + uid + " (UID BODY.PEEK[])");
            case WINDOW -> imap.ask("UID FETCH " + uid + ":" + (uid + ROWS - 1) + " " + COLUMNS);
            case STORE -> imap.ask("UID STORE " + uid + " " + marks.flagged(uid));
            case READ -> imap.ask("UID STORE " + uid + " " + marks.seen(uid));
            case EXPUNGE -> imap.ask("UID EXPUNGE " + uid);
            case NOOP -> imap.ask("NOOP");
            case STATUS -> imap.ask("STATUS INBOX (MESSAGES UNSEEN UIDNEXT)");
            case SELECT -> imap.ask("SELECT INBOX");
        }
    }
}
