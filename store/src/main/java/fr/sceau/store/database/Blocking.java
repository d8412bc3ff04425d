package fr.sceau.store.database;

import fr.sceau.store.StoreException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.james.mailbox.exception.MailboxException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Answers of the database for James' reactive interfaces: asked on a thread that may wait, and what the database refuses
 * becomes the exception that IMAP answers with NO.
 */
public final class Blocking {
    private Blocking() {}

    /** Empty when {@code call} gives null. */
    public static <T> Mono<T> mono(Callable<? extends T> call) {
        return Mono.<T>fromCallable(call)
                .onErrorMap(StoreException.class, Blocking::refusal)
                .subscribeOn(Schedulers.boundedElastic());
    }

    public static Mono<Void> run(Action action) {
        return mono(() -> {
                    action.run();
                    return true;
                })
                .then();
    }

    public static <T> Flux<T> flux(Callable<List<T>> call) {
        return mono(call).flatMapIterable(list -> list);
    }

    /** For the interfaces that wait themselves. */
    public static <T> T now(Callable<T> call) throws MailboxException {
        try {
            return call.call();
        } catch (StoreException e) {
            throw refusal(e);
        } catch (MailboxException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new MailboxException("Boîte aux lettres inaccessible", e);
        }
    }

    private static MailboxException refusal(StoreException e) {
        return new MailboxException("Boîte aux lettres inaccessible", e);
    }

    /** What is done for its effect. */
    public interface Action {
        void run() throws Exception;
    }
}
