package fr.sceau.bench.reading;

import fr.sceau.bench.measure.Machine;
import fr.sceau.bench.measure.Series;
import fr.sceau.bench.measure.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Rates, processor a message, windows; and whether what the project promises is reached. */
final class ReadingReport {
    private static final double BODIES = 0.35;
    private static final double WINDOW_MILLIS = 10;
    private static final double P95 = 0.95;
    private static final double THOUSAND = 1000;

    private final Readings sceau;
    private final Readings peer;
    private final List<Readings> both;
    private final int bodies;
    private final int rows;

    ReadingReport(List<Readings> both, int bodies, int rows) {
        this.both = List.copyOf(both);
        this.sceau = both.get(0);
        this.peer = both.get(1);
        this.bodies = bodies;
        this.rows = rows;
    }

    boolean print() throws IOException {
        System.out.printf("%nMachine : %s ; charge moyenne %.1f%n%n", Machine.describe(), Machine.load());
        System.out.print(table());
        double rate = rate(sceau) / rate(peer);
        double efficiency = peer.bodies(Reader.Cost::cpu).median()
                / sceau.bodies(Reader.Cost::cpu).median();
        double window = sceau.lists(Reader.Cost::waited).median();
        System.out.println();
        boolean fast = verdict("débit des corps par rapport à Dovecot", rate, rate >= BODIES, "au moins 0.35");
        boolean cheap = verdict(
                "efficacité CPU des corps par rapport à Dovecot", efficiency, efficiency >= BODIES, "au moins 0.35");
        boolean quick =
                verdict("fenêtre de 200 lignes parmi " + rows + ", ms", window, window <= WINDOW_MILLIS, "au plus 10");
        return fast && cheap && quick;
    }

    private double rate(Readings readings) {
        return bodies * THOUSAND / readings.bodies(Reader.Cost::waited).median();
    }

    private Table table() {
        Table table = new Table(
                "système", "corps/s", "CPU ms/corps", "liste ms", "p95", "CPU ms", "Thunderbird ms", "p95", "CPU ms");
        for (Readings one : both) {
            table.row(
                    one.name(),
                    String.format(Locale.ROOT, "%.0f", rate(one)),
                    String.format(
                            Locale.ROOT, "%.3f", one.bodies(Reader.Cost::cpu).median() / bodies),
                    number(one.lists(Reader.Cost::waited).median()),
                    number(one.lists(Reader.Cost::waited).quantile(P95)),
                    number(mean(one.lists(Reader.Cost::cpu))),
                    number(one.thunderbird(Reader.Cost::waited).median()),
                    number(one.thunderbird(Reader.Cost::waited).quantile(P95)),
                    number(mean(one.thunderbird(Reader.Cost::cpu))));
        }
        return table;
    }

    private static double mean(Series series) {
        return series.sorted().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static boolean verdict(String what, double value, boolean reached, String wanted) {
        System.out.printf(
                Locale.ROOT, "%-52s %6.2f  (%s)  %s%n", what, value, wanted, reached ? "atteint" : "NON ATTEINT");
        return reached;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
