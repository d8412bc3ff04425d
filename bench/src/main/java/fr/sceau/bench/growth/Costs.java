package fr.sceau.bench.growth;

import fr.sceau.bench.measure.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each operation cost at one size: milliseconds waited, each time; milliseconds of processor, each block. */
final class Costs {
    private final String size;
    private final Map<String, List<Double>> waited = new LinkedHashMap<>();
    private final Map<String, List<Double>> cpu = new LinkedHashMap<>();

    Costs(String size) {
        this.size = size;
    }

    String size() {
        return size;
    }

    void waited(String operation, double millis) {
        waited.computeIfAbsent(operation, key -> new ArrayList<>()).add(millis);
    }

    void cpu(String operation, double millis) {
        cpu.computeIfAbsent(operation, key -> new ArrayList<>()).add(millis);
    }

    List<String> operations() {
        return List.copyOf(cpu.keySet());
    }

    Series waited(String operation) {
        return Series.of(waited.getOrDefault(operation, List.of()));
    }

    Series cpu(String operation) {
        return Series.of(cpu.getOrDefault(operation, List.of()));
    }
}
