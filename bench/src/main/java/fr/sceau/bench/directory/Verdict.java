package fr.sceau.bench.directory;

import java.util.Locale;

/** One line: what was promised and what came of it. */
final class Verdict {
    private Verdict() {}

    static boolean print(String what, double value, double bound, boolean reached, String how) {
        System.out.printf(
                Locale.ROOT,
                "%-76s %9.2f  (%s %.1f)  %s%n",
                what,
                value,
                how,
                bound,
                reached ? "atteint" : "NON ATTEINT");
        return reached;
    }
}
