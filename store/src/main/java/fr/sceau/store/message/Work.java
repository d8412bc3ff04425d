package fr.sceau.store.message;

import fr.sceau.store.StoreException;
import fr.sceau.store.database.Blocking;
import fr.sceau.store.database.Sql;
import org.apache.james.mailbox.exception.MailboxException;
import reactor.core.publisher.Mono;

/** The store's failures in the words of James, and its waiting on the threads of the store. */
final class Work {
    private Work() {}

    static <T> T now(Step<T> step) throws MailboxException {
        try {
            return step.run();
        } catch (StoreException e) {
            throw failed(e);
        }
    }

    static <T> T transaction(Sql sql, Sql.Work<T, MailboxException> work) throws MailboxException {
        return now(() -> sql.transaction(work));
    }

    static <T> Mono<T> later(Step<T> step) {
        return Blocking.mono(() -> now(step));
    }

    static MailboxException failed(StoreException cause) {
        return new MailboxException("Le magasin n'a pas fait ce qui était demandé", cause);
    }

    /** What may wait for the database. */
    interface Step<T> {
        T run() throws MailboxException;
    }
}
