package fr.sceau.system.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Sets of numbers as IMAP writes them (RFC 3501 9, "sequence-set"). */
final class Uids {
    private static final int WIDEST = 1_000_000;

    private Uids() {}

    /** In the order in which they are written. */
    static List<Long> parse(String set) {
        List<Long> numbers = new ArrayList<>();
        for (String part : set.split(",")) {
            String[] ends = part.split(":");
            long first = Long.parseLong(ends[0]);
            long last = Long.parseLong(ends[ends.length - 1]);
            if (Math.abs(last - first) > WIDEST) {
                throw new Contradiction("a set wider than any mailbox here: " + set);
            }
            for (long number = Math.min(first, last); number <= Math.max(first, last); number++) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    static String format(Collection<? extends Number> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
