package fr.sceau.directory.server.publishing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of the journal.
 *
 * @param address whose; empty: of all
 * @param task what was asked; nothing when the operator speaks
 * @param detail receipt, or seconds
 */
record Event(Instant at, Kind kind, String address, Optional<Task> task, String detail, String reason) {
    private static final int CELLS = 12;

    enum Kind {
        QUEUED,
        ACCEPTED,
        REFUSED,
        LATER,
        RETRY,
        FORGET,
        CONFIRM
    }

    static Event of(Instant at, Kind kind, Task task, String detail, String reason) {
        return new Event(at, kind, task.publication().address(), Optional.of(task), detail, reason);
    }

    static Event said(Instant at, Kind kind, String address) {
        return new Event(at, kind, address, Optional.empty(), "", "");
    }

    String line() {
        List<String> asked = task.map(Event::cells).orElse(List.of("", address, "", "", "", "", "", ""));
        return String.join("\t", at.toString(), word(kind), String.join("\t", asked), plain(detail), plain(reason));
    }

    /** What comes from the network is one cell all the same. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cc}+", " ");
    }

    private static List<String> cells(Task task) {
        Publication one = task.publication();
        return List.of(
                word(task.operation()),
                one.address(),
                one.type(),
                one.bearer().kind() + " " + one.bearer().number(),
                Integer.toString(one.rank()),
                one.description(),
                one.service(),
                one.responsible());
    }

    /** Nothing of a line that was cut. */
    static Optional<Event> parse(String line) {
        String[] cells = line.split("\t", -1);
        try {
            return cells.length == CELLS ? Optional.of(parse(cells)) : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Event parse(String[] cells) {
        Optional<Task> task = cells[2].isEmpty() ? Optional.empty() : Optional.of(task(cells));
        return new Event(Instant.parse(cells[0]), Kind.valueOf(upper(cells[1])), cells[3], task, cells[10], cells[11]);
    }

    private static Task task(String[] cells) {
        String[] bearer = cells[5].split(" ", 2);
        Publication publication = new Publication(
                cells[3],
                cells[4],
                new Bearer(Bearer.Kind.valueOf(bearer[0]), bearer[1]),
                Integer.parseInt(cells[6]),
                cells[7],
                cells[8],
                cells[9]);
        return new Task(Operation.valueOf(upper(cells[2])), publication);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
