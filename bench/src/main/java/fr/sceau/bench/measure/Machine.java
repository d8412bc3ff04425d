package fr.sceau.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine under the bench, and how busy others keep it. */
public final class Machine {
    private Machine() {}

    /** One line: processor, cores, memory, kernel, Java. */
    public static String describe() throws IOException {
        return "%s, %d cœurs, %.0f Go, Linux %s, Java %s"
                .formatted(
                        value("/proc/cpuinfo", "model name"),
                        Runtime.getRuntime().availableProcessors(),
                        Double.parseDouble(value("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1e6,
                        System.getProperty("os.version"),
                        System.getProperty("java.version"));
    }

    /** Load average of the last minute. */
    public static double load() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }

    /** Share of all cores that were not idle since an earlier {@link #busy()}. */
    public static String share(long[] before, long[] after) {
        double total = after[1] - before[1];
        return String.format(Locale.ROOT, "%.0f %%", total == 0 ? 0 : 100 * (after[0] - before[0]) / total);
    }

    /** Ticks spent working, and all ticks. */
    public static long[] busy() throws IOException {
        String[] cells = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+");
        long all = 0;
        for (int i = 1; i < cells.length && i <= 8; i++) {
            all += Long.parseLong(cells[i]);
        }
        return new long[] {all - Long.parseLong(cells[4]) - Long.parseLong(cells[5]), all};
    }

    private static String value(String file, String key) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("?");
    }
}
