package fr.sceau.bench.directory;

import java.util.Locale;

/** One line: what was promised and what came of it. */
final class Verdict {
    private Verdict() {}

    static boolean print(String what, double value, double bound, boolean reached, String how) {
        System.out.printf(
                Locale.ROOT,
                "%-72s %9s  (%s %s)  %s%n",
                what,
                number(value),
                how,
                number(bound),
                reached ? "atteint" : "NON ATTEINT");
        return reached;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
