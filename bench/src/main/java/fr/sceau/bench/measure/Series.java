package fr.sceau.bench.measure;

import java.util.Collection;
import java.util.List;

/** Values of the same kind, sorted. */
public record Series(List<Double> sorted) {
    private static final double MIDDLE = 0.5;

    public Series {
        sorted = sorted.stream().sorted().toList();
    }

    /** Any values. */
    public static Series of(Collection<Double> values) {
        return new Series(List.copyOf(values));
    }

    /** NaN of none. */
    public double median() {
        int size = sorted.size();
        if (size == 0) {
            return Double.NaN;
        }
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) * MIDDLE;
    }

    /** The value below which this share lies (nearest rank). */
    public double quantile(double share) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, Math.min(sorted.size(), rank) - 1));
    }

    public double least() {
        return quantile(0);
    }

    public double most() {
        return quantile(1);
    }
}
