package fr.sceau.agent.batch;

import fr.sceau.agent.ledger.LedgerEntry;
import fr.sceau.agent.ledger.State;
import fr.sceau.agent.table.Assignment;
import java.util.Optional;

/** One message of the batch while it runs. Used by one thread. */
final class Task {
    private final Assignment assignment;
    private Optional<LedgerEntry> entry = Optional.empty();
    private String localReason = "";
    private String warning = "";
    private boolean impossible;
    private boolean sourceChanged;

    Task(Assignment assignment) {
        this.assignment = assignment;
    }

    /** A file for which nobody is named. */
    static Task unassigned(String file) {
        Task task = new Task(new Assignment(file, "", ""));
        task.impossible("aucun destinataire dans la table");
        return task;
    }

    Assignment assignment() {
        return assignment;
    }

    Optional<LedgerEntry> entry() {
        return entry;
    }

    void entry(LedgerEntry current) {
        entry = Optional.of(current);
    }

    /** Cannot be sent, for a reason on our side. */
    void impossible(String reason) {
        impossible = true;
        localReason = reason;
    }

    /** Why it has not been answered yet. */
    void delayed(String reason) {
        localReason = reason;
    }

    /** What speaks against this recipient, or nothing; it stops nothing. */
    void warning(String text) {
        warning = text;
    }

    String warning() {
        return warning;
    }

    /** The source file is not what was sealed for this recipient before. */
    void sourceChanged() {
        sourceChanged = true;
    }

    boolean isAccepted() {
        return state() == State.ACCEPTED;
    }

    boolean isRefused() {
        return impossible || state() == State.REFUSED;
    }

    boolean isSettled() {
        return isAccepted() || isRefused();
    }

    boolean isEncrypted() {
        return entry.map(LedgerEntry::encrypted).orElse(false);
    }

    boolean hasReceipt() {
        return entry.map(known -> !known.receipt().isEmpty()).orElse(false);
    }

    /** Where it stands; sealed or not, what has no answer waits. */
    State state() {
        return impossible ? State.REFUSED : entry.map(LedgerEntry::state).orElse(State.SEALED);
    }

    String reason() {
        String reason = state() == State.SEALED || impossible
                ? localReason
                : entry.map(LedgerEntry::reason).orElse("");
        if (!sourceChanged) {
            return reason;
        }
        String change = "fichier modifié depuis un envoi précédent";
        return reason.isEmpty() ? change : change + " ; " + reason;
    }
}
