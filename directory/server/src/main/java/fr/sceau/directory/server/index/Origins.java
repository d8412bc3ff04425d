package fr.sceau.directory.server.index;

import java.util.Arrays;

/**
 * Of each group of lines what it was when the version before was made, and what the sources have now. An open table of some
 * thirty octets a group. Used by one thread.
 */
public final class Origins {
    private static final int SMALLEST = 1 << 10;
    private static final long TORN = -1; // entries of one group that say different things of their lines

    private long[] groups = new long[SMALLEST]; // 0: free
    private long[] served = new long[SMALLEST];
    private long[] now = new long[SMALLEST];
    private int size;

    Origins() {}

    /** What an entry of the version before says. */
    void served(long group, long lines) {
        if (group == 0 || lines == 0) {
            return;
        }
        int place = place(group);
        served[place] = served[place] == 0 || served[place] == lines ? lines : TORN;
    }

    /** To be called before the first question: nothing that is served can be relied on. */
    public void distrust() {
        Arrays.fill(served, 0);
    }

    /** @param line the hash of a line; in which order they come does not matter */
    public void add(long group, long line) {
        int place = place(group); // which may make the table larger
        now[place] += line;
    }

    /** To be asked once all lines are added. */
    public Origin of(long group) {
        int place = place(group);
        return new Origin(group, now[place]);
    }

    /** Whether the entries of the version before are made of just the lines that the sources have now. */
    public boolean areServed(long group) {
        int place = place(group);
        return now[place] != 0 && now[place] != TORN && now[place] == served[place];
    }

    /** Where it is, once it is there; groups are hashes already. */
    private int place(long group) {
        int place = free(group);
        if (groups[place] == 0) {
            if (4 * size >= 3 * groups.length) {
                grow();
                place = free(group);
            }
            groups[place] = group;
            size++;
        }
        return place;
    }

    private int free(long group) {
        int mask = groups.length - 1;
        int place = (int) group & mask;
        while (groups[place] != 0 && groups[place] != group) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[][] old = {groups, served, now};
        groups = new long[old[0].length * 2];
        served = new long[groups.length];
        now = new long[groups.length];
        for (int i = 0; i < old[0].length; i++) {
            if (old[0][i] != 0) {
                int place = free(old[0][i]);
                groups[place] = old[0][i];
                served[place] = old[1][i];
                now[place] = old[2][i];
            }
        }
    }
}
