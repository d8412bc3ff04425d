package fr.sceau.agent.batch;

import fr.sceau.agent.AgentException;
import fr.sceau.agent.ExitCode;
import fr.sceau.agent.ledger.Ledger;
import fr.sceau.agent.mail.KeyLookup;
import fr.sceau.agent.mail.ReceiptBox;
import fr.sceau.agent.mail.Sealer;
import fr.sceau.agent.mail.ServerAccess;
import fr.sceau.agent.mail.ServerTrust;
import fr.sceau.agent.mail.Submission;
import fr.sceau.agent.table.RecipientsTable;
import fr.sceau.directory.client.LdapDirectory;
import fr.sceau.smime.keys.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * Sends one folder of results. Run it again after any interruption, even {@code kill -9}: what was sealed is sent as
 * sealed, what was accepted is left alone.
 *
 * <pre>{@code
 * BatchSummary summary = new Batch(options, BatchListener.SILENT).run();
 * }</pre>
 */
public final class Batch {
    private final BatchOptions options;
    private final BatchListener listener;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    public Batch(BatchOptions options, BatchListener listener) {
        this(options, listener, InstantSource.system());
    }

    Batch(BatchOptions options, BatchListener listener, InstantSource clock) {
        this.options = options;
        this.listener = listener;
        this.clock = clock;
    }

    /** Asks the run to end after the message in hand; from any thread. */
    public void stop() {
        stop.countDown();
    }

    /**
     * Sends what is not settled yet, waits for receipts if asked, writes the report.
     *
     * @throws AgentException when the batch cannot start or go on; what was answered until then is in the ledger
     */
    public BatchSummary run() throws AgentException, InterruptedException {
        Set<Path> notResults = options.report().map(Set::of).orElse(Set.of());
        RecipientsTable table = RecipientsTable.load(options.folder(), notResults);
        BatchKeys keys = BatchKeys.load(options);
        ServerTrust trust = keys.serverTrust();
        try (Ledger ledger = Ledger.open(options.folder(), clock);
                Submission submission = new Submission(options.submission(), trust);
                Closing directory = new Closing(options.ldapHost().map(this::directory))) {
            List<Task> tasks = new Plan(options.folder(), ledger).of(table, options.retryRefused());
            Sealer sealer = sealer(keys, directory.held());
            Warnings warnings = new Warnings(directory.held(), options.folder(), listener);
            Desk desk = new Desk(options, ledger, sealer, submission, clock);
            return run(ledger, tasks, desk, trust, warnings);
        } catch (IOException e) {
            throw new AgentException(ExitCode.UNFINISHED, "le disque ne répond plus : relancer la même commande", e);
        }
    }

    private BatchSummary run(Ledger ledger, List<Task> tasks, Desk desk, ServerTrust trust, Warnings warnings)
            throws AgentException, IOException, InterruptedException {
        BatchSummary before = Summaries.of(tasks);
        listener.started(before.total(), before.total() - before.remaining());
        warnings.about(tasks);
        try {
            new DeliveryLoop(desk, options.patience(), stop, listener, tasks).run();
            if (options.receipts().isPresent()) {
                awaitReceipts(options.receipts().get(), ledger, tasks, trust);
            }
        } finally {
            if (options.report().isPresent()) {
                new Report(ledger).write(tasks, options.report().get().toAbsolutePath());
            }
        }
        return Summaries.of(tasks);
    }

    private void awaitReceipts(ServerAccess mailbox, Ledger ledger, List<Task> tasks, ServerTrust trust)
            throws AgentException, IOException, InterruptedException {
        try (ReceiptBox box = new ReceiptBox(mailbox, trust)) {
            new ReceiptWait(box, ledger, stop, listener).run(tasks, options.waitForReceipts());
        }
    }

    private Sealer sealer(BatchKeys keys, Optional<LdapDirectory> directory) {
        SigningKey key = keys.signingKey();
        return new Sealer(key, new KeyLookup(directory, keys.validator(), clock));
    }

    private LdapDirectory directory(String host) {
        return new LdapDirectory(host, options.ldapPort());
    }

    /** Closes the directory, if there is one. */
    private record Closing(Optional<LdapDirectory> held) implements AutoCloseable {
        @Override
        public void close() {
            held.ifPresent(LdapDirectory::close);
        }
    }
}
