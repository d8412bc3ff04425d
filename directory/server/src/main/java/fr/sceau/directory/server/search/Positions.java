package fr.sceau.directory.server.search;

import java.util.Arrays;
import java.util.BitSet;

/** A growing list of positions, small in memory. */
final class Positions {
    private int[] positions = new int[2];
    private int size;

    /** Positions come in their order; a repetition of the last one is left out. */
    void add(int position) {
        if (size > 0 && positions[size - 1] == position) {
            return;
        }
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
        }
        positions[size++] = position;
    }

    void trim() {
        positions = Arrays.copyOf(positions, size);
    }

    void into(BitSet bits) {
        for (int i = 0; i < size; i++) {
            bits.set(positions[i]);
        }
    }
}
