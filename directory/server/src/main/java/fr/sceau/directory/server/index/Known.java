package fr.sceau.directory.server.index;

import java.util.BitSet;

/**
 * The entries of the last version and those that are named in the next one, by hash: an open table of some thirty octets an
 * entry. Safe for many threads.
 */
final class Known {
    private static final int SMALLEST = 1 << 10;

    private long[] ids = new long[SMALLEST];
    private long[] contents = new long[SMALLEST];
    private long[] lines = new long[SMALLEST];
    private BitSet used = new BitSet();
    private BitSet named = new BitSet();
    private BitSet same = new BitSet();
    private int size;
    private int before;

    /** What is known of an entry when it is named. */
    enum Kind {
        UNKNOWN,
        OTHER,
        SAME,
        NAMED_ALREADY
    }

    /** An entry of the last version. */
    synchronized void add(long id, long content, long madeOf) {
        before++;
        put(id, content, madeOf);
    }

    private int put(long id, long content, long madeOf) {
        if (4 * (size + 1) >= 3 * ids.length) {
            grow();
        }
        int place = place(id);
        used.set(place);
        size++;
        ids[place] = id;
        contents[place] = content;
        lines[place] = madeOf;
        return place;
    }

    /** An entry of the next version. */
    synchronized Kind name(long id, long content) {
        int place = place(id);
        if (!used.get(place)) {
            named.set(put(id, content, 0));
            return Kind.UNKNOWN;
        }
        if (named.get(place)) {
            return Kind.NAMED_ALREADY;
        }
        named.set(place);
        same.set(place, contents[place] == content);
        return same.get(place) ? Kind.SAME : Kind.OTHER;
    }

    /** Nothing more is to become of it. */
    synchronized void settle(long id) {
        named.set(place(id));
    }

    synchronized boolean isNamed(long id) {
        return named.get(place(id));
    }

    synchronized boolean isSame(long id) {
        return same.get(place(id));
    }

    /** What an entry of the last version was made of. */
    synchronized long lines(long id) {
        return lines[place(id)];
    }

    /** How many entries the last version has. */
    synchronized int sizeBefore() {
        return before;
    }

    /** Where it is or would be; identifiers are hashes already. */
    private int place(long id) {
        int mask = ids.length - 1;
        int place = (int) id & mask;
        while (used.get(place) && ids[place] != id) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        Known old = new Known();
        old.take(this);
        ids = new long[old.ids.length * 2];
        contents = new long[ids.length];
        lines = new long[ids.length];
        used = new BitSet(ids.length);
        named = new BitSet(ids.length);
        same = new BitSet(ids.length);
        for (int i = old.used.nextSetBit(0); i >= 0; i = old.used.nextSetBit(i + 1)) {
            int place = place(old.ids[i]);
            used.set(place);
            ids[place] = old.ids[i];
            contents[place] = old.contents[i];
            lines[place] = old.lines[i];
            named.set(place, old.named.get(i));
            same.set(place, old.same.get(i));
        }
    }

    private void take(Known other) {
        ids = other.ids;
        contents = other.contents;
        lines = other.lines;
        used = other.used;
        named = other.named;
        same = other.same;
    }
}
