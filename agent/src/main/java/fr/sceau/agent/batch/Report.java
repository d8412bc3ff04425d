package fr.sceau.agent.batch;

import fr.sceau.agent.ledger.DurableFiles;
import fr.sceau.agent.ledger.Ledger;
import fr.sceau.agent.ledger.LedgerEntry;
import fr.sceau.agent.table.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The CSV that says for every message what became of it. RFC 4180, with semicolons as French spreadsheets expect. */
final class Report {
    private static final String HEADINGS =
            "\ufefffichier;destinataire;état;motif;accusé;message-id;horodatage;conseil\r\n";

    private final Ledger ledger;

    Report(Ledger ledger) {
        this.ledger = ledger;
    }

    void write(List<Task> tasks, Path file) throws IOException {
        StringBuilder csv = new StringBuilder(HEADINGS);
        for (Task task : tasks) {
            Assignment assignment = task.assignment();
            String current = task.entry().map(LedgerEntry::id).orElse("");
            for (LedgerEntry earlier : ledger.of(assignment.file(), assignment.recipient())) {
                if (!earlier.id().equals(current)) {
                    csv.append(row(earlier));
                }
            }
            csv.append(row(task));
        }
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(unfinished, csv);
        DurableFiles.publish(unfinished, file);
    }

    private static String row(LedgerEntry earlier) {
        return row(
                earlier.file(),
                earlier.recipient(),
                earlier.state().label(),
                earlier.reason(),
                earlier.receipt(),
                earlier.messageId(),
                earlier.changed().toString(),
                "");
    }

    private static String row(Task task) {
        return row(
                task.assignment().file(),
                task.assignment().recipient(),
                task.state().label(),
                task.reason(),
                task.entry().map(LedgerEntry::receipt).orElse(""),
                task.entry().map(LedgerEntry::messageId).orElse(""),
                task.entry().map(entry -> entry.changed().toString()).orElse(""),
                task.warning());
    }

    private static String row(String... cells) {
        return String.join(";", List.of(cells).stream().map(Report::cell).toList()) + "\r\n";
    }

    /** Quoted where RFC 4180 asks for it; a cell that a spreadsheet would run as a formula starts with an apostrophe. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n' || c == ',');
        return quoted ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
