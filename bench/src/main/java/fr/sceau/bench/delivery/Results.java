package fr.sceau.bench.delivery;

import fr.sceau.bench.measure.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** All rounds: by number of connections, then by system, in the order in which they ran. */
public final class Results {
    private final Map<Integer, Map<String, List<Round>>> rounds = new TreeMap<>();

    void add(int connections, String system, Round round) {
        rounds.computeIfAbsent(connections, key -> new LinkedHashMap<>())
                .computeIfAbsent(system, key -> new ArrayList<>())
                .add(round);
    }

    /** Numbers of connections that were measured. */
    public List<Integer> connections() {
        return List.copyOf(rounds.keySet());
    }

    /** One figure of a system over all rounds. */
    public Series figure(int connections, String system, ToDoubleFunction<Round> figure) {
        return Series.of(
                of(connections, system).stream().mapToDouble(figure).boxed().toList());
    }

    /** A figure of one system over that of another, each round by itself. */
    public Series ratio(int connections, String system, String other, ToDoubleFunction<Round> figure) {
        List<Round> above = of(connections, system);
        List<Round> below = of(connections, other);
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(above.size(), below.size()); i++) {
            ratios.add(figure.applyAsDouble(above.get(i)) / figure.applyAsDouble(below.get(i)));
        }
        return new Series(ratios);
    }

    private List<Round> of(int connections, String system) {
        return rounds.getOrDefault(connections, Map.of()).getOrDefault(system, List.of());
    }
}
