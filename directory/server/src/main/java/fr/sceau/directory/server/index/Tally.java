package fr.sceau.directory.server.index;

import java.util.concurrent.atomic.AtomicInteger;

/** How many entries an update adds, changes, misses, finds again, takes out and leaves. Safe for many threads. */
public final class Tally {
    final AtomicInteger added = new AtomicInteger();
    final AtomicInteger changed = new AtomicInteger();
    final AtomicInteger missing = new AtomicInteger();
    final AtomicInteger back = new AtomicInteger();
    final AtomicInteger removed = new AtomicInteger();
    final AtomicInteger same = new AtomicInteger();

    Tally() {}

    public int added() {
        return added.get();
    }

    public int changed() {
        return changed.get();
    }

    public int missing() {
        return missing.get();
    }

    public int back() {
        return back.get();
    }

    public int removed() {
        return removed.get();
    }

    public int same() {
        return same.get();
    }
}
