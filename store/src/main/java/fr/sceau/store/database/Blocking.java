package fr.sceau.store.database;

import fr.sceau.store.StoreException;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.james.mailbox.exception.MailboxException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Answers of the database for James' reactive interfaces. They are asked on threads of the store alone: James waits for
 * them on its own, and whoever waits must not hold the thread that is to answer. What follows on a thread of the store is
 * asked there and then. What the database refuses becomes the exception that IMAP answers with NO.
 */
public final class Blocking {
    private static final String THREADS = "sceau-store";
    private static final int MOST = 20;
    private static final int IDLE_SECONDS = 60;
    private static final boolean DAEMON = true;
    private static final Scheduler SCHEDULER =
            Schedulers.newBoundedElastic(MOST, Integer.MAX_VALUE, THREADS, IDLE_SECONDS, DAEMON);

    private Blocking() {}

    /** Empty when {@code call} gives null. */
    public static <T> Mono<T> mono(Callable<? extends T> call) {
        Mono<T> answer = Mono.<T>fromCallable(call).onErrorMap(StoreException.class, Blocking::refusal);
        return Mono.defer(() -> onOwnThread() ? answer : answer.subscribeOn(SCHEDULER));
    }

    /** For what reads on as it is asked for more, by whatever thread: the reading stays with the store. */
    public static <T> Flux<T> stream(Flux<T> source) {
        return source.onErrorMap(StoreException.class, Blocking::refusal).subscribeOn(SCHEDULER);
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

    private static boolean onOwnThread() {
        return Thread.currentThread().getName().startsWith(THREADS);
    }

    private static MailboxException refusal(StoreException e) {
        return new MailboxException("Boîte aux lettres inaccessible", e);
    }

    /** What is done for its effect. */
    public interface Action {
        void run() throws Exception;
    }
}
