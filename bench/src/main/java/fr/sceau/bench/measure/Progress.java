package fr.sceau.bench.measure;

import java.time.Duration;

/** One line that tells what is done, how fast and how long it will still take; a new line each second where there is no terminal. */
public final class Progress {
    private static final long BETWEEN_NANOS = 2_000_000_000L;
    private static final int BAR = 24;
    private static final double SLOW = 10;

    private final String what;
    private final long total;
    private final long start = System.nanoTime();
    private long shown = start - BETWEEN_NANOS;

    public Progress(String what, long total) {
        this.what = what;
        this.total = total;
    }

    /** So many are done; shown every two seconds, and at the end. */
    public synchronized void at(long done) {
        long now = System.nanoTime();
        if (done < total && now - shown < BETWEEN_NANOS) {
            return;
        }
        shown = now;
        double seconds = Math.max(1e-3, (now - start) / 1e9);
        double rate = done / seconds;
        Duration left = Duration.ofSeconds(rate > 0 ? Math.round((total - done) / rate) : 0);
        int full = (int) (BAR * done / Math.max(1, total));
        System.err.printf(
                "  %-28s [%s%s] %d/%d  %s/s  reste %d min %02d s%n",
                what,
                "#".repeat(full),
                ".".repeat(BAR - full),
                done,
                total,
                String.format(rate < SLOW ? "%.1f" : "%.0f", rate),
                left.toMinutes(),
                left.toSecondsPart());
    }
}
