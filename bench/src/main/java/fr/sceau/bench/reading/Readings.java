package fr.sceau.bench.reading;

import fr.sceau.bench.measure.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What one system took, over all rounds. */
final class Readings {
    private final Reader reader;
    private final List<Reader.Cost> bodies = new ArrayList<>();
    private final List<Reader.Cost> lists = new ArrayList<>();
    private final List<Reader.Cost> thunderbird = new ArrayList<>();

    Readings(Reader reader) {
        this.reader = reader;
    }

    String name() {
        return reader.system().label().equals("C") ? "Dovecot" : "Sceau";
    }

    void round(int messages, String folder, int length, int windows) throws IOException {
        bodies.add(reader.bodies(messages));
        lists.addAll(reader.windows(folder, length, windows, false));
        thunderbird.addAll(reader.windows(folder, length, windows, true));
    }

    Series bodies(ToDoubleFunction<Reader.Cost> figure) {
        return series(bodies, figure);
    }

    Series lists(ToDoubleFunction<Reader.Cost> figure) {
        return series(lists, figure);
    }

    Series thunderbird(ToDoubleFunction<Reader.Cost> figure) {
        return series(thunderbird, figure);
    }

    private static Series series(List<Reader.Cost> costs, ToDoubleFunction<Reader.Cost> figure) {
        return Series.of(costs.stream().mapToDouble(figure).boxed().toList());
    }
}
