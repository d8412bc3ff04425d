package fr.sceau.server.backup;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says on a terminal's line, or in a log's lines, how far a long work is, how fast it goes and how long it still takes. */
public final class Progress {
    private static final long MEGABYTE = 1_000_000;
    private static final int WIDTH = 20;

    private final String label;
    private final PrintStream out;
    private final boolean terminal;
    private final long interval;
    private final long start = System.nanoTime();
    private long shown = start;
    private long total;
    private long done;

    Progress(String label, PrintStream out, boolean terminal, Duration interval) {
        this.label = label;
        this.out = out;
        this.terminal = terminal;
        this.interval = interval.toNanos();
    }

    /** One line that moves where somebody looks on, else a line every ten seconds. */
    public static Progress on(PrintStream out, String label) {
        boolean terminal = System.console() != null;
        return new Progress(label, out, terminal, terminal ? Duration.ofMillis(200) : Duration.ofSeconds(10));
    }

    /** Says nothing. */
    public static Progress silent() {
        return new Progress("", System.err, false, Duration.ofDays(365));
    }

    /** How many octets there will be, roughly. */
    public void total(long octets) {
        total = octets;
    }

    OutputStream counting(OutputStream stream) {
        return new FilterOutputStream(stream) {
            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                out.write(octets, offset, length);
                add(length);
            }

            @Override
            public void write(int octet) throws IOException {
                out.write(octet);
                add(1);
            }
        };
    }

    InputStream counting(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                int read = in.read(octets, offset, length);
                add(Math.max(0, read));
                return read;
            }

            @Override
            public int read() throws IOException {
                int octet = in.read();
                add(octet < 0 ? 0 : 1);
                return octet;
            }
        };
    }

    void add(long octets) {
        done += octets;
        long now = System.nanoTime();
        if (now - shown >= interval) {
            shown = now;
            show(now);
        }
    }

    /** The last line, with the time that it took. */
    public void end() {
        if (interval < Duration.ofDays(1).toNanos()) {
            out.println((terminal ? "\r\033[K" : "") + label + " : " + megabytes(done) + " en " + seconds(elapsed()));
        }
    }

    private void show(long now) {
        double rate = done / ((now - start) / 1e9);
        long left = total > done ? (long) ((total - done) / Math.max(1, rate)) : 0;
        String line = String.format(
                Locale.FRENCH,
                "%s %s %s, %.1f Mo/s, reste %s",
                label,
                bar(),
                megabytes(done),
                rate / MEGABYTE,
                total > done ? "environ " + seconds(left) : "peu");
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
        } else {
            out.println(line);
        }
    }

    private String bar() {
        int full = total == 0 ? 0 : (int) Math.min(WIDTH, done * WIDTH / total);
        return "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "]";
    }

    private long elapsed() {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private static String megabytes(long octets) {
        return String.format(Locale.FRENCH, "%.1f Mo", (double) octets / MEGABYTE);
    }

    private static String seconds(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
