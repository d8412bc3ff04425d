package fr.sceau.directory.server.importing;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.index.Tally;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.index.Update.Fate;
import fr.sceau.directory.server.index.Version;
import fr.sceau.directory.server.registry.NumberCheck;
import fr.sceau.directory.server.registry.Quarantine;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
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
    private final Meter meter;
    private final Manner manner;

    /**
     * @param folder with the extractions
     * @param work a folder of this directory's imports alone, for as much again as the extractions hold; emptied
     */
    public Import(Country country, Path folder, Path work, Steps steps, Manner manner) {
        this.country = country;
        this.folder = folder;
        this.work = work;
        this.meter = new Meter(steps);
        this.manner = manner;
    }

    /**
     * As it is done while people search: other processors stay theirs.
     *
     * @param force takes what the guards on volume would refuse
     */
    public Import(Country country, Path folder, Path work, Steps steps, boolean force) {
        this(country, folder, work, steps, new Manner(force, false, false, 1));
    }

    /**
     * How it is done.
     *
     * @param force takes what the guards on volume would refuse
     * @param complete makes all entries anew, also of lines that are as they were
     * @param trial takes numbers of persons as they are written
     * @param threads that read lines and make entries, beside the one that cuts the files; each holds what it works at in memory
     */
    public record Manner(boolean force, boolean complete, boolean trial, int threads) {}

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
     * @param passedOn names of mailboxes that belong to another person since: certificates of the one before are not his
     */
    public record Report(
            Version version, Tally tally, Map<String, Quarantine> quarantine, Set<String> held, Set<String> passedOn) {
        public Report {
            quarantine = Map.copyOf(quarantine);
            held = Set.copyOf(held);
            passedOn = Set.copyOf(passedOn);
        }
    }

    /** @throws RefusedFileException and the directory is as it was */
    public Report run(LocalDate day) throws IOException, RefusedFileException {
        Registry registry = new Registry(folder, manner.trial() ? NumberCheck.AS_WRITTEN : NumberCheck.STRICT);
        Toggles toggles = Toggles.of(registry.toggles);
        try (Update update = country.update(day); // from here on nobody else is at it
                WorkFolder gathered = WorkFolder.empty(work);
                Buckets persons = new Buckets(gathered.path(), "persons");
                Buckets addresses = new Buckets(gathered.path(), "addresses");
                Sites sites = new Sites(gathered.path(), update.origins());
                Crew crew = new Crew(manner.threads())) { // ends before what it writes to
            Sorting sorting = new Sorting(registry, update.origins(), persons, addresses, sites);
            read(new Readings(registry, crew, meter), toggles, update, sorting);
            update.tellApart((was, is) -> Boxes.isSameOwner(toggles, was, is));
            NationalEntries.branches().forEach(update::put);
            new Persons(registry, toggles, sites, update).put(persons, crew, meter);
            Set<String> domains = new Boxes(registry.mailboxes, sites, update).put(addresses, crew, meter);
            domains.addAll(sorting.domains());
            sites.put(update, crew, meter);
            Set<String> held = settle(registry, toggles, update, domains);
            return new Report(
                    update.commit(sources(registry)), update.tally(), quarantine(registry), held, update.passedOn());
        }
    }

    private void read(Readings readings, Toggles toggles, Update update, Sorting sorting)
            throws IOException, RefusedFileException {
        String before = update.versionBefore().sources().getOrDefault(Version.PROGRAM, "");
        if (manner.complete() || !program().equals(before)) {
            update.origins().distrust();
        }
        readings.compare(update.origins());
        toggles.addTo(update.origins());
        readings.sort(sorting);
    }

    /** Other entries are made of the same lines by another program, and in another manner. */
    private String program() throws IOException {
        return Program.fingerprint() + (manner.trial() ? " trial" : "");
    }

    private Map<String, String> sources(Registry registry) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Part<?, ?> part : registry.parts()) {
            sources.put(part.name(), part.file().name());
            sources.put(part.name() + ".lines", String.valueOf(part.lines()));
        }
        sources.put(Version.PROGRAM, program());
        return sources;
    }

    /** An ADELI number that disappears is kept until a toggle says who has it now. */
    private Set<String> settle(Registry registry, Toggles toggles, Update update, Set<String> named)
            throws IOException, RefusedFileException {
        for (Part<?, ?> part : registry.parts()) {
            if (!manner.force()) {
                Guards.check(part, update.versionBefore());
            }
        }
        toggles.replaced().forEach(number -> update.removeBelow(NationalEntries.professional(number)));
        Update.Settled persons = update.settle(NationalEntries.PROFESSIONALS, Import::ofPerson);
        Domains domains = manner.force() ? Domains.NONE : Domains.vanished(update, named);
        Update.Settled boxes = update.settle(NationalEntries.MAILBOXES, domains::fate);
        update.settle(NationalEntries.STRUCTURES, entry -> Fate.COUNTED);
        if (!manner.force()) {
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
                .collect(Collectors.toMap(part -> part.file().extraction(), Part::quarantine));
    }
}
