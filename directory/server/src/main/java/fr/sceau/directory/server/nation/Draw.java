package fr.sceau.directory.server.nation;

import java.util.List;

/** Random choices that depend on nothing but a seed and what they are for, in whatever order they are asked. */
final class Draw {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final long seed;

    Draw(long seed) {
        this.seed = seed;
    }

    /** The choices about one thing. */
    Draw about(Purpose purpose, long number) {
        return new Draw(mixed(mixed(seed + (purpose.ordinal() + 1) * STEP) + number * STEP));
    }

    /** Between 0 and 1, the same for the same index. */
    double unit(int index) {
        return (mixed(seed + index * STEP) >>> 11) * 0x1.0p-53;
    }

    int below(int index, int bound) {
        return (int) (unit(index) * bound);
    }

    boolean chance(int index, double probability) {
        return unit(index) < probability;
    }

    <T> T of(int index, List<T> items) {
        return items.get(below(index, items.size()));
    }

    /** As names and towns are spread: the first of a list are much more frequent than the last. */
    <T> T rather(int index, List<T> firstOnes) {
        return firstOnes.get((int) (Math.pow(unit(index), 2.5) * firstOnes.size()));
    }

    /** The finishing steps of SplitMix64. */
    private static long mixed(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** What is chosen: the same number means another thing in each. */
    enum Purpose {
        PERSON,
        CHANGE,
        PRACTICE,
        STRUCTURE,
        MAILBOX,
        CARD,
        DEFECT
    }
}
