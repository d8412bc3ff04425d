package fr.sceau.bench;

import fr.sceau.bench.letters.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A system under test, as the script that started it described it.
 *
 * @param label one letter, as in the table
 * @param treatment what is asked of it
 * @param cpu the cgroup folder that holds all its processes, or the ids of its first processes
 */
public record MailSystem(
        String label, Treatment treatment, String host, int submissionPort, int imapsPort, String cpu, String name) {
    private static final int COLUMNS = 7;

    /** Reads {@code systems.tsv}: label, treatment, host, submission port, imaps port, cpu, name. */
    public static List<MailSystem> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> of(line.split("\t", -1)))
                .toList();
    }

    private static MailSystem of(String[] cells) {
        if (cells.length != COLUMNS) {
            throw new BenchException("systems.tsv : " + COLUMNS + " colonnes attendues");
        }
        return new MailSystem(
                cells[0],
                Treatment.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                cells[2],
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                cells[5],
                cells[6]);
    }

    /** The system with this letter. */
    public static MailSystem labelled(List<MailSystem> systems, String label) {
        return systems.stream()
                .filter(system -> system.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new BenchException("systems.tsv : pas de système " + label));
    }
}
