package fr.sceau.agent.batch;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ledger.Ledger;
import fr.sceau.agent.ledger.LedgerEntry;
import fr.sceau.agent.mail.Receipt;
import fr.sceau.agent.mail.ReceiptBox;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks for receipts until every accepted message has one, or for as long as was asked. */
final class ReceiptWait {
    private static final long PAUSE_MILLIS = 2_000;

    private final ReceiptBox box;
    private final Ledger ledger;
    private final CountDownLatch stop;
    private final BatchListener listener;

    ReceiptWait(ReceiptBox box, Ledger ledger, CountDownLatch stop, BatchListener listener) {
        this.box = box;
        this.ledger = ledger;
        this.stop = stop;
        this.listener = listener;
    }

    void run(List<Task> tasks, Duration howLong) throws AgentException, IOException, InterruptedException {
        long end = System.nanoTime() + howLong.toNanos();
        while (true) {
            for (Receipt receipt : box.fresh()) {
                note(receipt, tasks);
            }
            int missing = (int) tasks.stream()
                    .filter(task -> task.isAccepted() && !task.hasReceipt())
                    .count();
            listener.awaitingReceipts(missing);
            boolean over = missing == 0 || System.nanoTime() - end >= 0;
            if (over || stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void note(Receipt receipt, List<Task> tasks) throws IOException {
        for (Task task : tasks) {
            Optional<LedgerEntry> entry = task.entry().filter(known -> isOf(receipt, known));
            if (entry.isPresent() && !entry.get().receipt().equals(receipt.outcome())) {
                task.entry(ledger.received(entry.get(), receipt.outcome()));
            }
        }
    }

    /** By our identifier if the report quotes one, else by the Message-ID. */
    private static boolean isOf(Receipt receipt, LedgerEntry entry) {
        return receipt.envelopeId().map(entry.id()::equals).orElseGet(() -> receipt.messageId()
                .map(entry.messageId()::equals)
                .orElse(false));
    }
}
