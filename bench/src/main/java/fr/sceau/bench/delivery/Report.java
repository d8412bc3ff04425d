package fr.sceau.bench.delivery;

import fr.sceau.bench.MailSystem;
import fr.sceau.bench.measure.Machine;
import fr.sceau.bench.measure.Series;
import fr.sceau.bench.measure.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The table of ratios, and whether what the project promises is reached. */
final class Report {
    /** With crypto off, at least this share of the peer's efficiency. */
    private static final double WITHOUT_CRYPTO = 0.6;
    /** With S/MIME, at least this many times the forking peer's. */
    private static final double WITH_CRYPTO = 2.0;

    private final List<MailSystem> systems;
    private final Results results;

    Report(List<MailSystem> systems, Results results) {
        this.systems = systems;
        this.results = results;
    }

    boolean print(int messages, int octets) throws IOException {
        System.out.printf("%nMachine : %s ; charge moyenne %.1f%n", Machine.describe(), Machine.load());
        System.out.printf(
                "Médianes des tours ; %d messages par tour, résultats de %d octets, 8 boîtes%n%n", messages, octets);
        System.out.print(figures());
        System.out.println();
        System.out.print(ratios());
        return verdicts();
    }

    private Table figures() {
        Table table = new Table(
                "système", "conn.", "tours", "CPU ms/msg", "(étendue)", "remis/s", "acceptés/s", "p50 ms", "p99 ms");
        for (int connections : results.connections()) {
            for (MailSystem system : systems) {
                Series cpu = figure(connections, system, Round::cpu);
                table.row(
                        system.label() + " " + system.name(),
                        String.valueOf(connections),
                        String.valueOf(cpu.sorted().size()),
                        number(cpu.median()),
                        "(%s–%s)".formatted(number(cpu.least()), number(cpu.most())),
                        number(figure(connections, system, Round::delivered).median()),
                        number(figure(connections, system, Round::accepted).median()),
                        number(figure(connections, system, Round::p50).median()),
                        number(figure(connections, system, Round::p99).median()));
            }
        }
        return table;
    }

    private Series figure(int connections, MailSystem system, ToDoubleFunction<Round> figure) {
        return results.figure(connections, system.label(), figure);
    }

    /** Efficiency is messages per second of processor: the peer's time a message over ours. */
    private Table ratios() {
        Table table =
                new Table("rapport (médiane des rapports d'un même tour)", "conn.", "efficacité CPU", "débit remis");
        for (int connections : results.connections()) {
            ratio(table, connections, "B", "C");
            ratio(table, connections, "A", "D");
        }
        return table;
    }

    private void ratio(Table table, int connections, String ours, String theirs) {
        table.row(
                MailSystem.labelled(systems, ours).name() + " / "
                        + MailSystem.labelled(systems, theirs).name(),
                String.valueOf(connections),
                number(results.ratio(connections, theirs, ours, Round::cpu).median()),
                number(results.ratio(connections, ours, theirs, Round::delivered)
                        .median()));
    }

    private boolean verdicts() {
        int connections =
                results.connections().contains(4) ? 4 : results.connections().get(0);
        double clear = results.ratio(connections, "C", "B", Round::cpu).median();
        double sealed = results.ratio(connections, "D", "A", Round::cpu).median();
        System.out.println();
        return verdict("sans S/MIME, efficacité par rapport à C", clear, WITHOUT_CRYPTO)
                & verdict("avec S/MIME, efficacité par rapport à D", sealed, WITH_CRYPTO);
    }

    private static boolean verdict(String what, double value, double wanted) {
        boolean reached = value >= wanted;
        System.out.printf(
                Locale.ROOT,
                "%-52s %5.2f  (au moins %.1f)  %s%n",
                what,
                value,
                wanted,
                reached ? "atteint" : "NON ATTEINT");
        return reached;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
