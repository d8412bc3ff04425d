package fr.sceau.directory.server.importing;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.index.Update.Fate;
import fr.sceau.directory.server.index.Version;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.Quarantine;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One import: all or nothing. */
public final class Import {
    private static final double MOST_PERSONS = 0.01;
    private static final double MOST_MAILBOXES = 0.05;

    private final Country country;
    private final Path folder;
    private final Path work;
    private final Steps steps;
    private final boolean force;

    /**
     * @param folder with the extractions
     * @param work a folder of this directory's imports alone, for as much again as the extractions hold; emptied
     * @param force takes what the guards on volume would refuse
     */
    public Import(Country country, Path folder, Path work, Steps steps, boolean force) {
        this.country = country;
        this.folder = folder;
        this.work = work;
        this.steps = steps;
        this.force = force;
    }

    /** Hears how far the import is. */
    public interface Steps {
        /** @param total of what {@code done} will count */
        void begins(String what, long total);

        void done(long done);
    }

    /**
     * What an import did.
     *
     * @param held domains of which all mailboxes are missing: they stay as they were until somebody says that they are gone
     */
    public record Report(Version version, Tally tally, Map<String, Quarantine> quarantine, Set<String> held) {
        public Report {
            quarantine = Map.copyOf(quarantine);
            held = Set.copyOf(held);
        }
    }

    /** @throws RefusedFileException and the directory is as it was */
    public Report run(LocalDate day) throws IOException, RefusedFileException {
        Registry registry = new Registry(folder);
        Version before = country.version();
        try (Update update = country.update(day); // from here on nobody else is at it
                WorkFolder gathered = WorkFolder.empty(work);
                Buckets persons = new Buckets(gathered.path(), "persons");
                Buckets addresses = new Buckets(gathered.path(), "addresses");
                Sites sites = new Sites(gathered.path())) {
            read(registry, persons, addresses);
            NationalEntries.branches().forEach(update::put);
            new Persons(registry, Toggles.of(registry.toggles), sites, update).put(persons, steps);
            Set<String> named = mailboxes(registry, addresses, sites, update);
            sites.put(update);
            Set<String> held = settle(registry, update, before, named);
            return new Report(update.commit(sources(registry)), update.tally(), quarantine(registry), held);
        }
    }

    private void read(Registry registry, Buckets persons, Buckets addresses) throws IOException, RefusedFileException {
        long total = 0;
        for (Part<?, ?> part : registry.parts()) {
            total += part.file().size();
        }
        steps.begins("lecture", total);
        Readings ofPersons = new Readings(persons, steps::done);
        for (int tag = 0; tag < registry.ofPersons().size(); tag++) {
            ofPersons.read(registry.ofPersons().get(tag), tag);
        }
        new Readings(addresses, steps::done).read(registry.mailboxes, 0);
    }

    private static Map<String, String> sources(Registry registry) {
        Map<String, String> sources = new TreeMap<>();
        for (Part<?, ?> part : registry.parts()) {
            sources.put(part.name(), part.file().name());
            sources.put(part.name() + ".lines", String.valueOf(part.lines()));
        }
        return sources;
    }

    /** The domains that have mailboxes. */
    private Set<String> mailboxes(Registry registry, Buckets addresses, Sites sites, Update update) throws IOException {
        Set<String> domains = new HashSet<>();
        steps.begins("boîtes", Buckets.COUNT);
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            List<Mailbox> lines = registry.mailboxes.parse(addresses.read(bucket));
            for (Mailbox line : lines) {
                sites.addOfMailbox(NationalEntries.site(line));
                domains.add(line.address().substring(line.address().lastIndexOf('@') + 1));
            }
            Map<String, List<Mailbox>> byAddress = lines.stream()
                    .collect(Collectors.groupingBy(Mailbox::address, LinkedHashMap::new, Collectors.toList()));
            byAddress.values().forEach(each -> update.put(NationalEntries.of(People.sorted(each))));
            steps.done(bucket + 1L);
        }
        return domains;
    }

    /** An ADELI number that disappears is kept until a toggle says who has it now. */
    private Set<String> settle(Registry registry, Update update, Version before, Set<String> named)
            throws IOException, RefusedFileException {
        for (Part<?, ?> part : registry.parts()) {
            if (!force) {
                Guards.check(part, before);
            }
        }
        Toggles.of(registry.toggles)
                .replaced()
                .forEach(number -> update.removeBelow(NationalEntries.professional(number)));
        Update.Settled persons = update.settle(NationalEntries.PROFESSIONALS, Import::ofPerson);
        Domains domains = force ? Domains.NONE : Domains.vanished(update, named);
        Update.Settled boxes = update.settle(NationalEntries.MAILBOXES, domains::fate);
        update.settle(NationalEntries.STRUCTURES, entry -> Fate.COUNTED);
        if (!force) {
            Guards.checkMissing("persons and places of work", persons.missing(), persons.all(), MOST_PERSONS);
            Guards.checkMissing("mailboxes", boxes.missing(), boxes.all(), MOST_MAILBOXES);
        }
        return domains.names();
    }

    private static Fate ofPerson(Entry entry) {
        return "0".equals(entry.getAttributeValue("asTypeIdentifiant")) ? Fate.KEPT : Fate.COUNTED;
    }

    private static Map<String, Quarantine> quarantine(Registry registry) {
        return registry.parts().stream()
                .collect(Collectors.toMap(part -> part.file().name(), Part::quarantine));
    }
}
