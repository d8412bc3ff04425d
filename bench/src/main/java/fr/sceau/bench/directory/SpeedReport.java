package fr.sceau.bench.directory;

import fr.sceau.bench.measure.Machine;
import fr.sceau.bench.measure.Series;
import fr.sceau.bench.measure.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How many answers a second, how long each took, and whether that is what the project promises. */
final class SpeedReport {
    private static final double RATIO = 0.5;
    private static final double P95 = 0.95;
    private static final double P99 = 0.99;
    private static final double P95_MILLIS = 10;
    private static final double P99_MILLIS = 30;

    private static final String[] HEADER =
            "questions|connexions|Sceau /s|slapd /s|rapport|Sceau p50 ms|p95|p99|slapd p50 ms|p95|p99".split("\\|");

    private final List<Rounds.Pair> pairs;
    private final int done;
    private final int wanted;

    SpeedReport(List<Rounds.Pair> pairs, int done, int wanted) {
        this.pairs = List.copyOf(pairs);
        this.done = done;
        this.wanted = wanted;
    }

    /** Whether every target is reached, in every round that was to be. */
    boolean print() throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%nMachine : %s ; charge moyenne %.1f ; %d tours sur %d%n%n",
                Machine.describe(),
                Machine.load(),
                done,
                wanted);
        System.out.print(table());
        System.out.println();
        boolean reached = pairs.stream()
                .filter(pair ->
                        pair.sceau().kind().isJudged() && !pair.sceau().load().pauses())
                .map(SpeedReport::isFast)
                .reduce(done == wanted, Boolean::logicalAnd);
        for (Load load : Load.ALL.stream().filter(Load::isWaitedFor).toList()) {
            reached &= slowest("p95", P95, P95_MILLIS, load);
            reached &= slowest("p99", P99, P99_MILLIS, load);
        }
        return reached;
    }

    private Table table() {
        Table table = new Table(HEADER);
        for (Rounds.Pair pair : pairs) {
            List<String> row = new ArrayList<>(List.of(
                    pair.sceau().kind().title(),
                    pair.sceau().load().title(),
                    number("%.0f", rate(pair.sceau())),
                    number("%.0f", rate(pair.slapd())),
                    number("%.2f", ratio(pair))));
            row.addAll(quantiles(pair.sceau()));
            row.addAll(quantiles(pair.slapd()));
            table.row(row);
        }
        return table;
    }

    private static List<String> quantiles(Course course) {
        Series millis = course.millis();
        return List.of(
                number("%.2f", millis.median()),
                number("%.2f", millis.quantile(P95)),
                number("%.2f", millis.quantile(P99)));
    }

    private static double rate(Course course) {
        return Series.of(course.rates()).median();
    }

    /** The median of the ratios, each taken inside a round. */
    private static double ratio(Rounds.Pair pair) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < pair.sceau().rates().size(); i++) {
            ratios.add(pair.sceau().rates().get(i) / pair.slapd().rates().get(i));
        }
        return Series.of(ratios).median();
    }

    private static boolean isFast(Rounds.Pair pair) {
        String what = "%s, %s connexion(s) : débit par rapport à slapd"
                .formatted(pair.sceau().kind().title(), pair.sceau().load().title());
        return Verdict.print(what, ratio(pair), RATIO, ratio(pair) >= RATIO, "au moins");
    }

    /** The worst kind counts. */
    private boolean slowest(String name, double share, double most, Load load) {
        ToDoubleFunction<Rounds.Pair> millis = pair -> pair.sceau().millis().quantile(share);
        Rounds.Pair worst = pairs.stream()
                .filter(pair -> pair.sceau().load().equals(load))
                .max(Comparator.comparingDouble(millis))
                .orElseThrow();
        String what = "%s ms, %s connexion(s), au pire (%s)"
                .formatted(name, load.title(), worst.sceau().kind().title());
        double value = millis.applyAsDouble(worst);
        return Verdict.print(what, value, most, value <= most, "au plus");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
