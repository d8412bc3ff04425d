package fr.sceau.agent;

import fr.sceau.agent.batch.BatchListener;
import fr.sceau.agent.batch.BatchSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Shows how a batch goes: a bar that redraws itself on a terminal, else a plain line now and then. Counts,
 * and the recipients that look dead or wrong; no file, no patient.
 */
final class Progress implements BatchListener {
    private static final long REDRAW_NANOS = 100_000_000L;
    private static final long PLAIN_LINE_NANOS = 5_000_000_000L;
    private static final int BAR = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private final LongSupplier nanoClock;
    private long start;
    private long lastShown;
    private int settledBefore;
    private BatchSummary latest = new BatchSummary(0, 0, 0, 0, 0);

    Progress(PrintWriter out, boolean terminal) {
        this(out, terminal, System::nanoTime);
    }

    Progress(PrintWriter out, boolean terminal, LongSupplier nanoClock) {
        this.out = out;
        this.terminal = terminal;
        this.nanoClock = nanoClock;
    }

    @Override
    public void started(int total, int settled) {
        start = nanoClock.getAsLong();
        lastShown = start;
        settledBefore = settled;
        String earlier = settled == 0 ? "" : " dont " + settled + " déjà réglés";
        out.println(total + " messages" + earlier);
    }

    @Override
    public void progressed(BatchSummary soFar) {
        latest = soFar;
        long now = nanoClock.getAsLong();
        boolean due = now - lastShown >= (terminal ? REDRAW_NANOS : PLAIN_LINE_NANOS);
        if (due || soFar.remaining() == 0) {
            lastShown = now;
            show(line(now));
        }
    }

    @Override
    public void warned(String recipient, String warning) {
        out.println("à vérifier, " + recipient + " : " + warning);
    }

    @Override
    public void paperWanted(int recipients) {
        if (recipients > 0) {
            out.println(
                    "destinataires qui attendent aussi l'envoi papier : " + recipients + " (rapport, colonne conseil)");
        }
    }

    @Override
    public void waiting(String reason) {
        String settled = (latest.accepted() + latest.refused()) + "/" + latest.total();
        show(settled + " ; le serveur fait attendre (" + reason + ")");
    }

    @Override
    public void awaitingReceipts(int missing) {
        show("accusés de remise attendus : " + missing);
    }

    /** The last words. */
    void ended(BatchSummary summary, Optional<Path> report) {
        out.println((terminal ? "\r\033[K" : "")
                + summary.accepted() + " acceptés (" + summary.encrypted() + " chiffrés), "
                + summary.refused() + " refusés, " + summary.remaining() + " en attente, "
                + summary.receipts() + " accusés");
        report.ifPresent(file -> out.println("rapport : " + file));
    }

    private void show(String line) {
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    private String line(long now) {
        int settled = latest.accepted() + latest.refused();
        double seconds = Math.max(now - start, 1) / 1e9;
        double rate = (settled - settledBefore) / seconds;
        String counts = settled + "/" + latest.total() + ", " + latest.refused() + " refusés";
        String speed = String.format(Locale.FRENCH, "%.1f messages/s", rate);
        String left = rate > 0 ? "reste " + left(latest.remaining() / rate) : "";
        return (terminal ? bar(settled) + " " : "") + counts + ", " + speed + ", " + left;
    }

    private String bar(int settled) {
        int full = latest.total() == 0 ? BAR : settled * BAR / latest.total();
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private static String left(double seconds) {
        Duration left = Duration.ofSeconds((long) Math.ceil(seconds));
        return left.toMinutes() > 0
                ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                : left.toSeconds() + " s";
    }
}
