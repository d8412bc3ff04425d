package fr.sceau.server.cli;

import fr.sceau.mailets.MailetsException;
import fr.sceau.server.ServerException;
import fr.sceau.server.backup.BackupDamaged;
import fr.sceau.store.StoreException;
import java.io.IOException;

/** Work on files and the database whose failures are told in one sentence. */
final class LongWork {
    private LongWork() {}

    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T of(Work<T> work) {
        try {
            return work.run();
        } catch (BackupDamaged e) {
            throw new ServerException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ServerException("Lecture ou écriture impossible : " + e, e);
        } catch (StoreException | MailetsException e) {
            throw new ServerException(String.valueOf(e.getMessage()), e);
        }
    }
}
