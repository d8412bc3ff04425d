package fr.sceau.agent.batch;

/** Follows a batch while it runs; called from the thread that runs it. */
public interface BatchListener {
    /** Counts only. */
    BatchListener SILENT = new BatchListener() {};

    /**
     * Before the first message.
     *
     * @param total messages of the batch
     * @param settled of which were answered in an earlier run
     */
    default void started(int total, int settled) {}

    /** Before anything is sent: what speaks against a recipient, in French, with better ones where there are some. */
    default void warned(String recipient, String warning) {}

    /** Before anything is sent: how many recipients want what is sent on paper too; the report names them. */
    default void paperWanted(int recipients) {}

    /** One message was answered or given up. */
    default void progressed(BatchSummary soFar) {}

    /** The server, or the directory, takes nothing for now. */
    default void waiting(String reason) {}

    /** All is answered; receipts are being awaited. */
    default void awaitingReceipts(int missing) {}
}
