package fr.sceau.agent.batch;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import fr.sceau.agent.ledger.Digests;
import fr.sceau.agent.ledger.Ledger;
import fr.sceau.agent.ledger.LedgerEntry;
import fr.sceau.agent.ledger.State;
import fr.sceau.agent.table.Assignment;
import fr.sceau.agent.table.RecipientsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages that the table asks for, with what the ledger already knows of each. */
final class Plan {
    private final Path folder;
    private final Ledger ledger;
    private final Map<String, String> digests = new HashMap<>();

    Plan(Path folder, Ledger ledger) {
        this.folder = folder;
        this.ledger = ledger;
    }

    List<Task> of(RecipientsTable table, boolean retryRefused) throws AgentException {
        List<Task> tasks = new ArrayList<>();
        try {
            for (Assignment assignment : table.assignments()) {
                tasks.add(task(assignment, retryRefused));
            }
        } catch (IOException e) {
            throw new AgentException(ExitCode.USAGE, "un fichier du lot est illisible", e);
        }
        table.unassigned().forEach(file -> tasks.add(Task.unassigned(file)));
        return tasks;
    }

    private Task task(Assignment assignment, boolean retryRefused) throws IOException {
        Task task = new Task(assignment);
        String digest = digest(assignment.file());
        String id = ledger.id(assignment.file(), assignment.recipient(), digest);
        for (LedgerEntry earlier : ledger.of(assignment.file(), assignment.recipient())) {
            if (!earlier.id().equals(id)) {
                task.sourceChanged();
            }
        }
        if (ledger.hasOrphan(id)) {
            task.entry(ledger.adopt(id, assignment.file(), assignment.recipient(), digest));
        }
        if (ledger.find(id).isPresent()) {
            task.entry(reopened(ledger.find(id).get(), retryRefused));
        }
        return task;
    }

    private LedgerEntry reopened(LedgerEntry entry, boolean retryRefused) throws IOException {
        boolean again = retryRefused && entry.state() == State.REFUSED;
        return again ? ledger.change(entry, State.SEALED, "") : entry;
    }

    private String digest(String file) throws IOException {
        String known = digests.get(file);
        if (known == null) {
            known = Digests.ofFile(folder.resolve(file));
            digests.put(file, known);
        }
        return known;
    }
}
