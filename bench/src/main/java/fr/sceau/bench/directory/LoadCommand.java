package fr.sceau.bench.directory;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.measure.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an export to a program that reads it and says nothing meanwhile. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Donne un export à slapadd, en disant où il en est.")
public final class LoadCommand implements Callable<Integer> {
    private static final int PIECE = 1 << 20;

    @Option(names = "--ldif", required = true, paramLabel = "FICHIER", description = "toutes les entrées")
    private Path ldif = Path.of("");

    @Option(names = "--minutes", defaultValue = "90", description = "au plus (${DEFAULT-VALUE})")
    private int minutes;

    @Parameters(paramLabel = "COMMANDE", arity = "1..*", description = "ce qui lit son entrée")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        long start = System.nanoTime();
        long end = start + TimeUnit.MINUTES.toNanos(minutes);
        Process reader = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            feed(reader.getOutputStream(), end);
            if (!reader.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw late();
            }
        } finally {
            reader.destroyForcibly();
        }
        System.out.printf("%nslapadd : %.0f s%n", (System.nanoTime() - start) / 1e9);
        return reader.exitValue() == 0 ? 0 : 1;
    }

    private void feed(OutputStream to, long end) throws IOException {
        Progress progress = new Progress("slapadd, Mo", Files.size(ldif) / PIECE);
        byte[] piece = new byte[PIECE];
        try (InputStream from = Files.newInputStream(ldif);
                OutputStream reader = to) {
            long octets = 0;
            for (int read = from.read(piece); read > 0; read = from.read(piece)) {
                if (System.nanoTime() > end) {
                    throw late();
                }
                reader.write(piece, 0, read);
                octets += read;
                progress.at(octets / PIECE);
            }
        }
    }

    private BenchException late() {
        return new BenchException("slapadd n'a pas fini en " + minutes + " minutes");
    }
}
