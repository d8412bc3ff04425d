package fr.sceau.bench.growth;

import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.letters.Treatment;
import fr.sceau.bench.measure.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures costs at several sizes in turn, and what memory and disk hold meanwhile. */
final class Growth {
    private static final String TABLES = "SELECT sum(pg_table_size(oid)) FROM pg_class"
            + " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";
    private static final String INDEXES = "SELECT sum(pg_indexes_size(oid)) FROM pg_class"
            + " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";

    private static final int WARM_UP = 4;

    private final Place place;
    private final MailSystem system;
    private final Store store;
    private final int blocks;
    private final int octets;
    private final List<Footprint> footprints = new ArrayList<>();
    private final Map<Long, Prober> probers = new HashMap<>();

    /** What is held at one moment. */
    record Footprint(String when, long messages, long tables, long indexes, Memory memory) {}

    Growth(Place place, MailSystem system, Store store, int blocks, int octets) {
        this.place = place;
        this.system = system;
        this.store = store;
        this.blocks = blocks;
        this.octets = octets;
    }

    List<Footprint> footprints() {
        return List.copyOf(footprints);
    }

    void footprint(String when) throws IOException, InterruptedException {
        footprints.add(new Footprint(
                when,
                store.number("SELECT count(*) FROM message"),
                store.number(TABLES),
                store.number(INDEXES),
                Memory.of(place.installation())));
    }

    /** A block at each size, then again; the first blocks of each warm up and are dropped. */
    List<Costs> measure(List<Long> sizes) throws IOException, InterruptedException {
        List<Costs> costs =
                sizes.stream().map(size -> new Costs(String.valueOf(size))).toList();
        List<Prober> all = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            String box = Treatment.CLEAR.box(i);
            all.add(probers.computeIfAbsent(sizes.get(i), size -> new Prober(place, system, box, size)));
        }
        Progress progress = new Progress("mesures", (long) (blocks + WARM_UP) * sizes.size());
        for (int block = 0; block < blocks + WARM_UP; block++) {
            for (int i = 0; i < sizes.size(); i++) {
                Costs kept = block < WARM_UP ? new Costs("mise en route") : costs.get(i);
                all.get(i).block(kept, octets);
                progress.at((long) block * sizes.size() + i + 1);
            }
        }
        return costs;
    }
}
