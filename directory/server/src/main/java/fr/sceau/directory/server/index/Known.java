package fr.sceau.directory.server.index;

import java.util.BitSet;

/** What the last version has, by hash: an open table of some twenty octets an entry. Used by one thread. */
final class Known {
    private static final int SMALLEST = 1 << 10;

    private long[] ids = new long[SMALLEST];
    private long[] contents = new long[SMALLEST];
    private final BitSet used = new BitSet();
    private int size;

    /** What is known of an entry. */
    enum Kind {
        UNKNOWN,
        OTHER,
        SAME
    }

    void add(long id, long content) {
        if (size * 2 >= ids.length) {
            grow();
        }
        int place = place(id);
        if (!used.get(place)) {
            used.set(place);
            size++;
        }
        ids[place] = id;
        contents[place] = content;
    }

    Kind kind(long id, long content) {
        int place = place(id);
        if (!used.get(place)) {
            return Kind.UNKNOWN;
        }
        return contents[place] == content ? Kind.SAME : Kind.OTHER;
    }

    boolean contains(long id) {
        return used.get(place(id));
    }

    /** Of one that is contained. */
    long content(long id) {
        return contents[place(id)];
    }

    int size() {
        return size;
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
        long[] oldIds = ids;
        long[] oldContents = contents;
        BitSet oldUsed = (BitSet) used.clone();
        ids = new long[oldIds.length * 2];
        contents = new long[oldIds.length * 2];
        used.clear();
        for (int i = oldUsed.nextSetBit(0); i >= 0; i = oldUsed.nextSetBit(i + 1)) {
            int place = place(oldIds[i]);
            used.set(place);
            ids[place] = oldIds[i];
            contents[place] = oldContents[i];
        }
    }
}
