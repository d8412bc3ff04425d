package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.importing.Import.Steps;
import fr.sceau.directory.server.index.Update;
import java.io.IOException;
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

    void put(Buckets buckets, Steps steps) throws IOException {
        steps.begins("professionnels", buckets.size());
        long done = 0;
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            People people = new People(toggles, sites, update);
            for (String written : buckets.read(bucket)) {
                add(people, Tagged.of(written));
                done++;
                steps.done(done);
            }
            people.put();
        }
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
