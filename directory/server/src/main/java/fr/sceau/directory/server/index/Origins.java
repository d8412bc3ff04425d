package fr.sceau.directory.server.index;

/**
 * Of each group of lines what it was when the version before was made, and what the sources have now. An open table of some
 * thirty octets a group. Many threads may add, and many may ask once all is added.
 */
public final class Origins {
    private static final int SMALLEST = 1 << 10;
    private static final long TORN = -1; // entries of one group that say different things of their lines
    private static final int WIDTH = 4; // group (0: free), served, now, nothing: four are together in a line of a cache
    private static final int SERVED = 1;
    private static final int NOW = 2;

    private long[] table = new long[SMALLEST * WIDTH];
    private int size;

    Origins() {}

    /** What an entry of the version before says. */
    void served(long group, long lines) {
        if (group == 0 || lines == 0) {
            return;
        }
        int place = place(group) + SERVED;
        table[place] = table[place] == 0 || table[place] == lines ? lines : TORN;
    }

    /** To be called before the first question: nothing that is served can be relied on. */
    public void distrust() {
        for (int i = SERVED; i < table.length; i += WIDTH) {
            table[i] = 0;
        }
    }

    /**
     * Many lines at once; in which order they come does not matter.
     *
     * @param groups of each line, 0 where there is none
     * @param lines the hash of each
     */
    public synchronized void add(long[] groups, long[] lines) {
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] != 0) {
                add(groups[i], lines[i]);
            }
        }
    }

    /** @param line the hash of a line */
    public synchronized void add(long group, long line) {
        int place = place(group) + NOW; // which may make the table larger
        table[place] += line;
    }

    /** To be asked once all lines are added. */
    public Origin of(long group) {
        return new Origin(group, table[free(group) + NOW]);
    }

    /** Whether the entries of the version before are made of just the lines that the sources have now. */
    public boolean areServed(long group) {
        int place = free(group);
        long now = table[place + NOW];
        return now != 0 && now != TORN && now == table[place + SERVED];
    }

    /** Where it is, once it is there. */
    private int place(long group) {
        int place = free(group);
        if (table[place] == 0) {
            if (2 * WIDTH * size >= table.length) {
                grow();
                place = free(group);
            }
            table[place] = group;
            size++;
        }
        return place;
    }

    /** Where it is, or a free place; groups are hashes already. */
    private int free(long group) {
        int mask = table.length - 1;
        int place = ((int) group * WIDTH) & mask;
        while (table[place] != 0 && table[place] != group) {
            place = (place + WIDTH) & mask;
        }
        return place;
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (int i = 0; i < old.length; i += WIDTH) {
            if (old[i] != 0) {
                System.arraycopy(old, i, table, free(old[i]), WIDTH);
            }
        }
    }
}
