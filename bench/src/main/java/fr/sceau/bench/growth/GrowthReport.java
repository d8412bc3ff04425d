package fr.sceau.bench.growth;

import fr.sceau.bench.measure.Machine;
import fr.sceau.bench.measure.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Costs side by side, each larger size over the smallest; memory and disk. */
final class GrowthReport {
    private static final double BOUND = 1.3;

    private final List<Costs> costs;
    private final Costs alone;
    private final Growth growth;
    private final int boxes;

    /** @param alone the smallest box just before the other boxes came: what the last of {@code costs} is compared with */
    GrowthReport(List<Costs> costs, Costs alone, Growth growth, int boxes) {
        this.costs = costs;
        this.alone = alone;
        this.growth = growth;
        this.boxes = boxes;
    }

    boolean print() throws IOException {
        System.out.printf("%nMachine : %s ; charge moyenne %.1f%n%n", Machine.describe(), Machine.load());
        System.out.print(table());
        System.out.println();
        System.out.print(footprints());
        boolean reached = costs.stream().skip(1).allMatch(this::within);
        System.out.printf("%nRapports de processeur au plus %.1f : %s%n", BOUND, reached ? "atteint" : "NON ATTEINT");
        return reached;
    }

    private boolean within(Costs one) {
        return one.operations().stream().allMatch(operation -> ratio(one, operation) <= BOUND);
    }

    private double ratio(Costs one, String operation) {
        Costs base = isCrowded(costs.indexOf(one)) ? alone : costs.get(0);
        return one.cpu(operation).median() / base.cpu(operation).median();
    }

    private Table table() {
        List<String> header = new ArrayList<>(List.of("ms de processeur (attente médiane)", name(0)));
        for (int i = 1; i < costs.size(); i++) {
            header.addAll(List.of(name(i), "rapport"));
        }
        Table table = new Table(header.toArray(new String[0]));
        for (String operation : costs.get(0).operations()) {
            List<String> row = new ArrayList<>(List.of(operation, cell(costs.get(0), operation)));
            for (Costs one : costs.subList(1, costs.size())) {
                double ratio = ratio(one, operation);
                row.add(cell(one, operation));
                row.add(String.format(Locale.ROOT, "%.2f%s", ratio, ratio > BOUND ? " !" : ""));
            }
            table.row(row);
        }
        return table;
    }

    private String name(int column) {
        return costs.get(column).size() + (isCrowded(column) ? " parmi " + boxes + " boîtes" : "");
    }

    private boolean isCrowded(int column) {
        return boxes > 0 && column == costs.size() - 1;
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
