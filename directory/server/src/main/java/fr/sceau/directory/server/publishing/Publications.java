package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.registry.OwnMailboxFile;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The house's mailboxes on their way to the national directory. Nothing is sent that the journal has not noted as queued, and what
 * is lost between an answer and its note is asked again. Used by one thread at a time.
 */
public final class Publications {
    private static final Duration AFTER_A_FAILURE_OF_OURS = Duration.ofMinutes(1);

    private final Path table;
    private final Journal journal;
    private final Optional<Publisher.Opening> publisher;
    private final InstantSource clock;
    private String seen = "";
    private Instant next = Instant.MIN;

    Publications(Path directory, Optional<Publisher.Opening> publisher, InstantSource clock) {
        this.table = directory.resolve("own").resolve("mailboxes.tsv");
        this.journal = new Journal(directory.resolve("publication").resolve("journal.tsv"));
        this.publisher = publisher;
        this.clock = clock;
    }

    /** @param home an installation's folder */
    public static Publications of(Path home, InstantSource clock) throws IOException, RefusedFileException {
        Optional<Publisher.Opening> publisher =
                Endpoint.read(home).map(endpoint -> () -> FhirPatchPublisher.open(endpoint));
        return new Publications(home.resolve("directory"), publisher, clock);
    }

    /** Whether there is anybody to tell. */
    public boolean isConfigured() {
        return publisher.isPresent();
    }

    /** Whether a file changed, or something that waited may be asked again. */
    public boolean areDue() throws IOException {
        return isConfigured()
                && Files.isRegularFile(table)
                && (!seen.equals(state()) || !clock.instant().isBefore(next));
    }

    private String state() throws IOException {
        return Files.size(table) + " " + Files.getLastModifiedTime(table).toMillis() + " " + journal.size();
    }

    /** Asks all that is to be asked, until it is done or the service wants to be left alone. */
    public Tally run() throws IOException, RefusedFileException {
        next = clock.instant().plus(AFTER_A_FAILURE_OF_OURS);
        try {
            Tally tally = askAll();
            next = waitsUntil();
            return tally;
        } catch (RefusedFileException e) {
            next = Instant.MAX; // another file has to come
            throw e;
        }
    }

    private Tally askAll() throws IOException, RefusedFileException {
        Tally tally = Tally.NOTHING;
        List<Task> tasks = due();
        Publisher service = tasks.isEmpty() ? new Closed("") : opened();
        while (!tasks.isEmpty()) {
            for (Task task : tasks) {
                Outcome outcome = task.doneBy(service);
                journal.add(List.of(event(task, outcome)));
                tally = tally.with(outcome);
                if (!tally.goesOn()) {
                    return tally;
                }
            }
            tasks = due(); // an address that was taken from one bearer may now go to the other
        }
        return tally;
    }

    private Publisher opened() {
        try {
            return publisher.orElseThrow().open();
        } catch (IOException | RefusedFileException e) {
            return new Closed(String.valueOf(e.getMessage()));
        }
    }

    /** The state is taken first: what changes while the files are read is then a reason to look again. */
    private List<Task> due() throws IOException, RefusedFileException {
        seen = state();
        Ledger ledger = journal.ledger();
        Plan plan = Plan.of(house(), ledger);
        Instant now = clock.instant();
        journal.add(plan.news().stream()
                .map(task -> Event.of(now, Event.Kind.QUEUED, task, "", ""))
                .toList());
        return now.isBefore(ledger.notBefore()) ? List.of() : plan.tasks();
    }

    private Instant waitsUntil() throws IOException {
        Instant notBefore = journal.ledger().notBefore();
        return notBefore.equals(Instant.MIN) ? Instant.MAX : notBefore;
    }

    private Event event(Task task, Outcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof Outcome.Accepted accepted) {
            return Event.of(now, Event.Kind.ACCEPTED, task, accepted.receipt(), "");
        }
        if (outcome instanceof Outcome.Refused refused) {
            return Event.of(now, Event.Kind.REFUSED, task, "", refused.reason());
        }
        Outcome.Later later = (Outcome.Later) outcome;
        String seconds = Long.toString(later.atLeast().toSeconds());
        return Event.of(now, Event.Kind.LATER, task, seconds, later.reason());
    }

    private House house() throws IOException, RefusedFileException {
        return new House(OwnMailboxFile.format().read(table));
    }

    /** Where all stands, by the files. */
    public Survey survey() throws IOException, RefusedFileException {
        House house = house();
        Ledger ledger = journal.ledger();
        return new Survey(Plan.of(house, ledger).standings(), house.advice(), house.unread(), ledger.notBefore());
    }

    /** Asks again what was refused or waits. @param address empty: of all */
    public void retry(String address) throws IOException {
        journal.add(List.of(Event.said(clock.instant(), Event.Kind.RETRY, address)));
    }

    /** Counts an address as not published, because somebody has seen that it is not. */
    public void forget(String address) throws IOException {
        journal.add(List.of(Event.said(clock.instant(), Event.Kind.FORGET, address)));
    }

    /** Lets the deletions go that are held back now. */
    public void confirm() throws IOException {
        journal.add(List.of(Event.said(clock.instant(), Event.Kind.CONFIRM, "")));
    }
}
