package fr.sceau.directory.server.commands;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A bar with rate and time left: on a terminal one line that moves, else a line every ten seconds. */
final class Progress {
    private static final int BAR = 30;

    private final PrintWriter out;
    private final String label;
    private final long total;
    private final boolean terminal = System.console() != null;
    private final long between = terminal ? 200_000_000L : 10_000_000_000L;
    private final long start = System.nanoTime();
    private long shown = start;

    Progress(PrintWriter out, String label, long total) {
        this.out = out;
        this.label = label;
        this.total = total;
    }

    void at(long done) {
        long now = System.nanoTime();
        if (done == total || now - shown >= between) {
            shown = now;
            show(done, (now - start) / 1e9);
        }
    }

    private void show(long done, double seconds) {
        double rate = done / Math.max(seconds, 1e-3);
        Duration left = Duration.ofSeconds(Math.round((total - done) / Math.max(rate, 1e-3)));
        int full = (int) (BAR * done / Math.max(1, total));
        String bar = "#".repeat(full) + ".".repeat(BAR - full);
        out.print(terminal ? "\r" : "");
        out.printf(
                Locale.FRANCE,
                "%s [%s] %d/%d, %.0f/s, reste %d min %02d s",
                label,
                bar,
                done,
                total,
                rate,
                left.toMinutes(),
                left.toSecondsPart());
        out.print(terminal && done < total ? "" : System.lineSeparator());
        out.flush();
    }
}
