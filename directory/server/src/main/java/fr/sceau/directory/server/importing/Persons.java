package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Makes entries of the lines about persons, bucket by bucket. */
final class Persons {
    private final Registry registry;
    private final Toggles toggles;
    private final Sites sites;
    private final Update update;

    Persons(Registry registry, Toggles toggles, Sites sites, Update update) {
        this.registry = registry;
        this.toggles = toggles;
        this.sites = sites;
        this.update = update;
    }

    void put(Buckets buckets, Crew crew, Meter meter) throws IOException, RefusedFileException {
        meter.begins("professionnels", buckets.size());
        for (int i = 0; i < Buckets.COUNT; i++) {
            int bucket = i;
            crew.give(() -> meter.more(put(buckets.read(bucket))));
        }
        crew.finish();
    }

    /** How many lines those of a bucket are. */
    private int put(List<String> bucket) throws IOException {
        People people = new People(toggles, sites, update);
        bucket.forEach(written -> add(people, Tagged.of(written)));
        people.put();
        return bucket.size();
    }

    private void add(People people, Tagged line) {
        Part<?, ?> part = registry.parts().get(line.tag());
        registry.activities.filter(own -> own == part).ifPresent(own -> take(own, line, people, people::add));
        registry.connected.filter(own -> own == part).ifPresent(own -> take(own, line, people, people::addConnected));
        registry.skills.filter(own -> own == part).ifPresent(skills -> take(skills, line, people, people::add));
        registry.diplomas.filter(own -> own == part).ifPresent(own -> take(own, line, people, people::add));
        registry.cards.filter(own -> own == part).ifPresent(own -> take(own, line, people, people::add));
    }

    private static <T> void take(Part<?, T> part, Tagged line, People people, Consumer<T> to) {
        part.parse(line.line(), line.number()).ifPresentOrElse(to, () -> people.leftOut(part.group(line.line())));
    }
}
