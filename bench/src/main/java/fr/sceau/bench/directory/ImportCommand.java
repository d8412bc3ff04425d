package fr.sceau.bench.directory;

import fr.sceau.bench.measure.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A country for the first time, then what became of it the next day. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Importe un pays, puis le lendemain, par ./sceau directory import.")
public final class ImportCommand implements Callable<Integer> {
    @Option(names = "--sceau", required = true, paramLabel = "PROGRAMME", description = "le lanceur ./sceau")
    private Path sceau = Path.of("");

    @Option(names = "--index", required = true, paramLabel = "DOSSIER", description = "l'annuaire à faire")
    private Path index = Path.of("");

    @Option(names = "--first", required = true, paramLabel = "DOSSIER", description = "les extractions du premier jour")
    private Path first = Path.of("");

    @Option(names = "--next", required = true, paramLabel = "DOSSIER", description = "celles du lendemain")
    private Path next = Path.of("");

    @Option(names = "--work", required = true, paramLabel = "DOSSIER", description = "dossier de travail")
    private Path work = Path.of("");

    @Option(names = "--heap", defaultValue = "2g", description = "tas de Java (${DEFAULT-VALUE})")
    private String heap = "";

    @Option(names = "--minutes", defaultValue = "30", description = "par import, au plus (${DEFAULT-VALUE})")
    private int minutes;

    @Option(names = "--port", description = "mesure aussi le démarrage : où l'annuaire écoutera")
    private int port;

    @Option(names = "--part", description = "une partie du pays : la montre, sans juger")
    private boolean part;

    @Parameters(paramLabel = "COMMANDE", arity = "0..*", description = "avec --port : ce qui le lance et n'attend pas")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.printf("%nMachine : %s ; charge moyenne %.1f%n", Machine.describe(), Machine.load());
        Execution whole = run(first, "2026-01-01");
        Execution day = run(next, "2026-01-02");
        OptionalDouble start =
                command.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(FirstAnswer.seconds(command, port));
        ImportReport report = new ImportReport(whole, day, start, octets(), heap);
        report.print();
        return part || report.judge() ? 0 : 1;
    }

    private Execution run(Path extractions, String day) throws IOException, InterruptedException {
        List<String> command = List.of(
                sceau.toString(),
                "directory",
                "import",
                "--index",
                index.toString(),
                "--day",
                day,
                extractions.toString());
        return Execution.of(command, heap, work, Duration.ofMinutes(minutes));
    }

    private long octets() throws IOException {
        try (var files = Files.walk(index)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }
}
