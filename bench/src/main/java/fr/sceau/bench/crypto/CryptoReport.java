package fr.sceau.bench.crypto;

import fr.sceau.bench.measure.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** The table, and which targets were reached. */
record CryptoReport(Map<Case, Timing> results, List<Case> cases) {
    /** Whether every case was measured and reached its target. */
    boolean print() {
        System.out.println();
        System.out.print(table());
        System.out.println();
        boolean reached = results.size() == cases.size();
        if (!reached) {
            System.out.printf("%d cas sur %d mesurés : le temps a manqué%n", results.size(), cases.size());
        }
        for (Operation operation : Operation.values()) {
            reached &= verdict(operation);
        }
        return reached;
    }

    private Table table() {
        Table table = new Table(
                "message entier, µs", "clé", "taille", "OpenSSL", "accéléré", "rapport", "Java seul", "rapport");
        results.forEach((one, micros) -> table.row(
                one.operation().title(),
                one.kind().title(),
                one.size(),
                number(micros.openSsl()),
                number(micros.accelerated()),
                ratio(micros.ratio()),
                number(micros.java()),
                ratio(micros.ratioOfJava())));
        return table;
    }

    /** The worst case counts. */
    private boolean verdict(Operation operation) {
        double least = least(one -> one.operation() == operation).orElse(Double.NaN);
        if (Double.isNaN(least)) {
            return true;
        }
        boolean reached = least >= operation.target();
        System.out.printf(
                Locale.ROOT,
                "%-24s au pire %5.2f fois la vitesse d'OpenSSL  (au moins %.1f)  %s%n",
                operation.title(),
                least,
                operation.target(),
                reached ? "atteint" : "NON ATTEINT");
        return reached;
    }

    private OptionalDouble least(Predicate<Case> which) {
        return results.entrySet().stream()
                .filter(one -> which.test(one.getKey()))
                .mapToDouble(one -> one.getValue().ratio())
                .min();
    }

    private static String number(double micros) {
        return String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%.0f", micros);
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
