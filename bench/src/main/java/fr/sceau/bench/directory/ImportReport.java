package fr.sceau.bench.directory;

import fr.sceau.bench.measure.Table;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What importing costs.
 *
 * @param first the whole country
 * @param next the day after
 * @param start seconds from the start of the directory to its first answer, where it was measured
 * @param index octets on disk after both
 */
record ImportReport(Execution first, Execution next, OptionalDouble start, long index, String heap) {
    private static final double MEGA = 1 << 20;
    private static final double GIGA = 1 << 30;
    private static final double FIRST_SECONDS = 360;
    private static final double NEXT_SECONDS = 60;
    private static final double INDEX_GIGAS = 3;

    void print() {
        Table table = new Table("import (-Xmx" + heap + ")", "durée s", "processeur s", "tas Mo", "mémoire Mo");
        row(table, "premier", first);
        row(table, "lendemain", next);
        start.ifPresent(seconds -> table.row("démarrage", number(seconds)));
        System.out.println();
        System.out.print(table);
        System.out.println(
                "Tas : au plus, avant un ramassage (0 : aucun). Mémoire : au plus, fichiers projetés compris.");
        System.out.printf("Annuaire sur disque : %s Mo.%n", number(index / MEGA));
        System.out.printf("%nPremier : %s%n%nLendemain : %s%n%n", first.said(), next.said());
    }

    /** Whether every target is reached; that of the heap is, when the command ended well with no more. */
    boolean judge() {
        boolean reached = most("import du pays entier, s", seconds(first), FIRST_SECONDS);
        reached &= most("import du lendemain, s", seconds(next), NEXT_SECONDS);
        reached &= most("annuaire sur disque, Go", index / GIGA, INDEX_GIGAS);
        if (start.isPresent()) {
            reached &= most(FirstAnswer.WHAT, start.getAsDouble(), FirstAnswer.MOST_SECONDS);
        }
        return reached;
    }

    private static void row(Table table, String name, Execution run) {
        table.row(
                name,
                number(seconds(run)),
                number(run.cpu().toMillis() / 1e3),
                number(run.heap() / MEGA),
                number(run.resident() / MEGA));
    }

    private static double seconds(Execution run) {
        return run.wall().toMillis() / 1e3;
    }

    private static boolean most(String what, double value, double bound) {
        return Verdict.print(what, value, bound, value <= bound, "au plus");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
