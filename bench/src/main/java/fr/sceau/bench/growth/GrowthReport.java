package fr.sceau.bench.growth;

import fr.sceau.bench.measure.Machine;
import fr.sceau.bench.measure.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Costs side by side, each larger size over the smallest; memory and disk. */
final class GrowthReport {
    private static final double BOUND = 1.3;
    /** What the clock of the kernel and other processes add and take away: less is no growth. */
    private static final double NOTHING_MILLIS = 0.1;

    private final List<Column> columns;
    private final Growth growth;

    GrowthReport(List<Column> columns, Growth growth) {
        this.columns = columns;
        this.growth = growth;
    }

    /** @param base what {@code costs} are compared with */
    record Column(String name, Costs costs, Costs base, boolean crowded) {
        /** Each size beside the smallest. */
        static List<Column> bySize(List<Costs> costs) {
            return costs.stream()
                    .map(each -> new Column(each.size(), each, costs.get(0), false))
                    .collect(Collectors.toCollection(ArrayList::new));
        }

        /** Each size beside itself before the other boxes came. */
        static List<Column> amongOthers(List<Costs> costs, List<Costs> alone, int boxes) {
            return IntStream.range(0, costs.size())
                    .mapToObj(i -> new Column(
                            costs.get(i).size() + " parmi " + boxes + " boîtes", costs.get(i), alone.get(i), true))
                    .toList();
        }

        private double ratio(String operation) {
            return costs.cpu(operation).median() / base.cpu(operation).median();
        }

        private boolean within(String operation) {
            double more = costs.cpu(operation).median() - base.cpu(operation).median();
            return ratio(operation) <= BOUND || more < NOTHING_MILLIS;
        }

        private String compared(String operation) {
            return String.format(Locale.ROOT, "%.2f%s", ratio(operation), within(operation) ? "" : " !");
        }
    }

    boolean print() throws IOException {
        System.out.printf("%nMachine : %s ; charge moyenne %.1f%n%n", Machine.describe(), Machine.load());
        System.out.print(table());
        System.out.println("* à la même boîte juste avant l'arrivée des autres");
        System.out.println();
        System.out.print(footprints());
        boolean reached = columns.stream()
                .allMatch(column -> column.costs().operations().stream().allMatch(column::within));
        System.out.printf(
                "%nRapports de processeur au plus %.1f (un écart sous %.1f ms ne compte pas) : %s%n",
                BOUND, NOTHING_MILLIS, reached ? "atteint" : "NON ATTEINT");
        return reached;
    }

    private Table table() {
        Column first = columns.get(0);
        List<String> header = new ArrayList<>(List.of("ms de processeur (attente médiane)", first.name()));
        for (Column column : columns.subList(1, columns.size())) {
            header.addAll(List.of(column.name(), column.crowded() ? "rapport*" : "rapport"));
        }
        Table table = new Table(header.toArray(new String[0]));
        for (String operation : first.costs().operations()) {
            List<String> row = new ArrayList<>(List.of(operation, cell(first.costs(), operation)));
            for (Column column : columns.subList(1, columns.size())) {
                row.addAll(List.of(cell(column.costs(), operation), column.compared(operation)));
            }
            table.row(row);
        }
        return table;
    }

    private static String cell(Costs costs, String operation) {
        return String.format(
                Locale.ROOT,
                "%.2f (%.2f)",
                costs.cpu(operation).median(),
                costs.waited(operation).median());
    }

    private Table footprints() {
        Table table = new Table("place et mémoire", "messages", "tables Mo", "index Mo", "octets/message", "james");
        for (Growth.Footprint one : growth.footprints()) {
            long bytes = one.tables() + one.indexes();
            table.row(
                    one.when(),
                    String.valueOf(one.messages()),
                    String.valueOf(one.tables() >> 20),
                    String.valueOf(one.indexes() >> 20),
                    one.messages() < 1000 ? "-" : String.valueOf(bytes / one.messages()),
                    one.memory().toString());
        }
        return table;
    }
}
