package fr.sceau.bench.measure;

import fr.sceau.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of all processes of a system, user and kernel, those that ended included: {@code usage_usec} of a cgroup
 * (version 2) in which the system was started and where all its children stay.
 */
public final class Cpu {
    private static final double MICROS_PER_MILLI = 1000;

    private final Path file;

    public Cpu(String cgroup) {
        this.file = Path.of(cgroup, "cpu.stat");
    }

    /** Milliseconds so far. */
    public double millis() {
        try {
            return Files.readAllLines(file).stream()
                            .filter(line -> line.startsWith("usage_usec "))
                            .mapToLong(line -> Long.parseLong(line.substring("usage_usec ".length())))
                            .findFirst()
                            .orElseThrow()
                    / MICROS_PER_MILLI;
        } catch (IOException e) {
            throw new BenchException("temps de processeur illisible : " + file, e);
        }
    }
}
