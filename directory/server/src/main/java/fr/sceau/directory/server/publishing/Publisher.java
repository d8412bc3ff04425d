package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;

/**
 * A registry that takes publications. A request may be repeated, because what became of the one before was lost: each has to
 * end as if it had been asked once.
 */
public interface Publisher {
    Outcome create(Publication wanted);

    /** Replaces all that is said of the mailbox. */
    Outcome modify(Publication wanted);

    Outcome delete(Publication published);

    /** Makes one for a few requests: keys and authorities may have been renewed since the last time. */
    interface Opening {
        Publisher open() throws IOException, RefusedFileException;
    }
}
