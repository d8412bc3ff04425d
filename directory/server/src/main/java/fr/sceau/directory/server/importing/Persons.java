package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.importing.Import.Steps;
import fr.sceau.directory.server.index.Update;
import java.io.IOException;

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
        steps.begins("professionnels", Buckets.COUNT);
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            People people = new People(toggles, sites, update);
            for (String line : buckets.read(bucket)) {
                add(people, line);
            }
            people.put();
            steps.done(bucket + 1L);
        }
    }

    /** The tag is the place among the parts about persons. */
    private void add(People people, String line) {
        Part<?, ?> part = registry.ofPersons().get(line.charAt(0) - '0');
        if (part == registry.activities) {
            registry.activities.parse(line).ifPresent(people::add);
        }
        registry.skills
                .filter(skills -> skills == part)
                .flatMap(skills -> skills.parse(line))
                .ifPresent(people::add);
        registry.diplomas
                .filter(own -> own == part)
                .flatMap(own -> own.parse(line))
                .ifPresent(people::add);
        registry.cards
                .filter(own -> own == part)
                .flatMap(own -> own.parse(line))
                .ifPresent(people::add);
    }
}
