package fr.sceau.directory.server.nation;

import fr.sceau.directory.server.nation.Draw.Purpose;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A whole nation, and what is published of it on one day. */
public final class Nation {
    private static final String TOGGLES = "Correspondance_ADELI_RPPS_";

    private final Size size;
    private final Draw nation;
    private final People people;

    /**
     * @param persons that there are or will have been; at most ten million. About 1.14 lines of activity each
     * @param structures at most 500,000: FINESS numbers have no more room in a department
     * @param mailboxes of persons and of services
     */
    public record Size(long persons, long structures, long mailboxes, long cards) {
        private static final double PERSONAL = 0.85;

        public Size {
            if (persons < 1 || persons > 10_000_000 || structures < 1 || structures > 500_000) {
                throw new IllegalArgumentException("no such nation");
            }
        }

        private boolean hasMailbox(long person) {
            return person < mailboxes * PERSONAL;
        }

        private long serviceMailboxes() {
            return mailboxes - Math.min(persons, (long) (mailboxes * PERSONAL));
        }
    }

    public Nation(Size size, long seed) {
        this.size = size;
        this.nation = new Draw(seed);
        this.people = new People(nation, size.structures());
    }

    /**
     * Writes the files of one day into a folder.
     *
     * @param day 0 is the first
     * @param stamp AAAAMMJJhhmm, for their names
     * @param done hears how many persons are written
     */
    public void write(Path folder, int day, String stamp, LongConsumer done) throws IOException {
        Files.createDirectories(folder);
        try (Extractions files = new Extractions(folder, stamp)) {
            Mailboxes mailboxes = new Mailboxes(nation);
            for (long number = 0; number < size.persons(); number++) {
                write(files, mailboxes, number, day);
                done.accept(number + 1);
            }
            services(files, mailboxes);
        }
        toggles(folder.resolve(TOGGLES + stamp + ".csv"), day);
    }

    private void write(Extractions files, Mailboxes mailboxes, long number, int day) throws IOException {
        Optional<String> address =
                size.hasMailbox(number) ? Optional.of(mailboxes.address(people.original(number))) : Optional.empty();
        Optional<Person> there = people.on(day, number);
        if (there.isPresent()) {
            Person person = there.get();
            write(files, person);
            if (address.isPresent()) {
                files.write(Layout.MAILBOXES, List.of(mailboxes.line(address.get(), person)));
            }
        }
    }

    private void write(Extractions files, Person person) throws IOException {
        files.write(Layout.ACTIVITIES, PersonLines.activities(person));
        files.write(Layout.SKILLS, PersonLines.skills(person));
        files.write(Layout.DIPLOMAS, List.of(PersonLines.diploma(person)));
        if (person.number() < size.cards()) {
            Draw draw = nation.about(Purpose.CARD, person.number());
            files.write(Layout.CARDS, List.of(PersonLines.card(person, draw)));
        }
    }

    private void services(Extractions files, Mailboxes mailboxes) throws IOException {
        for (long i = 0; i < size.serviceMailboxes(); i++) {
            Structure structure = Structure.of(nation, i % size.structures(), size.structures());
            files.write(Layout.MAILBOXES, List.of(mailboxes.line(structure, (int) (i / size.structures()))));
        }
    }

    /** Who had an ADELI number until then and has one of RPPS since. */
    private void toggles(Path to, int day) throws IOException {
        try (Writer file = Files.newBufferedWriter(to)) {
            file.write("N° ADELI;N° RPPS\n");
            for (long number = 0; number < size.persons(); number++) {
                if (Change.of(nation, number).happened(Change.Kind.GETS_RPPS, day)) {
                    toggle(file, people.original(number));
                }
            }
        }
    }

    private static void toggle(Writer file, Person person) throws IOException {
        if (!person.adeli().isEmpty()) {
            file.write(person.adeli() + ";" + Numbers.rpps(person.number()) + "\n");
        }
    }
}
