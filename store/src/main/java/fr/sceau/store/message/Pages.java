package fr.sceau.store.message;

import fr.sceau.store.database.Blocking;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;

/** Rows of a mailbox in the order of their uids, page by page: the next is read when the one before has been taken. */
final class Pages<T> implements Iterator<T> {
    private final Source<T> source;
    private final ToLongFunction<T> uid;
    private final int size;
    private final long last;
    private long next;
    private long left;
    private Iterator<T> page = List.<T>of().iterator();

    /** {@code limit}: how many rows at most; none is without a limit. */
    Pages(Source<T> source, ToLongFunction<T> uid, int size, long first, long last, int limit) {
        this.source = source;
        this.uid = uid;
        this.size = size;
        this.next = first;
        this.last = last;
        this.left = limit > 0 ? limit : Long.MAX_VALUE;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && left > 0 && next <= last) {
            page = nextPage().iterator();
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private List<T> nextPage() {
        int wanted = (int) Math.min(size, left);
        List<T> rows = source.read(next, last, wanted);
        left = rows.size() < wanted ? 0 : left - wanted;
        if (!rows.isEmpty()) {
            next = uid.applyAsLong(rows.get(rows.size() - 1)) + 1;
        }
        return rows;
    }

    /** Reads a page only when one is asked for, on the threads of the store. */
    static <T> Flux<T> flux(Supplier<Pages<T>> pages) {
        return Blocking.stream(Flux.<List<T>, Pages<T>>generate(pages::get, (state, sink) -> {
                    List<T> rows = state.left > 0 && state.next <= state.last ? state.nextPage() : List.of();
                    if (rows.isEmpty()) {
                        sink.complete();
                    } else {
                        sink.next(rows);
                    }
                    return state;
                })
                .concatMapIterable(rows -> rows, 1));
    }

    /** Rows from one uid to another, so many at most. */
    interface Source<T> {
        List<T> read(long from, long to, int limit);
    }
}
