package fr.sceau.agent.batch;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ledger.Digests;
import fr.sceau.agent.ledger.Ledger;
import fr.sceau.agent.ledger.LedgerEntry;
import fr.sceau.agent.ledger.State;
import fr.sceau.agent.mail.Answer;
import fr.sceau.agent.mail.Draft;
import fr.sceau.agent.mail.Sealer;
import fr.sceau.agent.mail.Sealing;
import fr.sceau.agent.mail.Submission;
import fr.sceau.agent.table.Assignment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Takes one message one step further: sealed into the ledger first, then offered to the server, then noted. */
final class Desk {
    private final BatchOptions options;
    private final Ledger ledger;
    private final Sealer sealer;
    private final Submission submission;
    private final InstantSource clock;

    Desk(BatchOptions options, Ledger ledger, Sealer sealer, Submission submission, InstantSource clock) {
        this.options = options;
        this.ledger = ledger;
        this.sealer = sealer;
        this.submission = submission;
        this.clock = clock;
    }

    /** Empty when the message is settled; else why not yet. */
    Optional<Answer.Later> attempt(Task task) throws AgentException, IOException {
        if (task.entry().isEmpty()) {
            Optional<Answer.Later> later = seal(task);
            if (later.isPresent() || task.isRefused()) {
                return later;
            }
        }
        LedgerEntry entry = task.entry().orElseThrow();
        Path bytes = ledger.sealedBytes(entry);
        Answer answer = submission.submit(entry.id(), options.from(), entry.recipient(), bytes);
        if (answer instanceof Answer.Later later) {
            task.delayed(later.reason());
            return Optional.of(later);
        }
        String reason = answer instanceof Answer.Refused refused ? refused.reason() : "";
        State state = answer instanceof Answer.Accepted ? State.ACCEPTED : State.REFUSED;
        task.entry(ledger.change(entry, state, reason));
        return Optional.empty();
    }

    private Optional<Answer.Later> seal(Task task) throws AgentException, IOException {
        Assignment assignment = task.assignment();
        Path copy =
                ledger.work("source"); // what is signed is what was digested, whatever happens to the file meanwhile
        Files.deleteIfExists(copy);
        Files.copy(options.folder().resolve(assignment.file()), copy);
        String digest = Digests.ofFile(copy);
        String id = ledger.id(assignment.file(), assignment.recipient(), digest);
        Sealing sealing = sealer.seal(draft(assignment, id, copy), ledger.work(id));
        if (sealing instanceof Sealing.Impossible impossible) {
            task.impossible(impossible.reason());
        } else if (sealing instanceof Sealing.Later later) {
            task.delayed(later.reason());
            return Optional.of(new Answer.Later(later.reason(), true));
        } else if (sealing instanceof Sealing.Sealed sealed) {
            task.entry(ledger.seal(id, assignment.file(), assignment.recipient(), digest, sealed.file()));
            replaceEarlier(assignment, id);
        }
        return Optional.empty();
    }

    private Draft draft(Assignment assignment, String id, Path content) {
        return new Draft(
                id,
                options.from(),
                assignment.recipient(),
                assignment.subject(),
                assignment.file(),
                content,
                clock.instant());
    }

    /** An earlier content of the same file that no server has answered for is not sent any more. */
    private void replaceEarlier(Assignment assignment, String id) throws IOException {
        for (LedgerEntry earlier : ledger.of(assignment.file(), assignment.recipient())) {
            if (!earlier.id().equals(id) && earlier.state() == State.SEALED) {
                ledger.change(earlier, State.REPLACED, "fichier modifié avant l'envoi");
            }
        }
    }
}
