package fr.sceau.bench.directory;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an export to a program that reads it and says nothing meanwhile. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Donne un export à slapadd, en disant où il en est.")
public final class LoadCommand implements Callable<Integer> {
    @Option(names = "--ldif", required = true, paramLabel = "FICHIER", description = "toutes les entrées")
    private Path ldif = Path.of("");

    @Parameters(paramLabel = "COMMANDE", arity = "1..*", description = "ce qui lit son entrée")
    private List<String> command = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process reader = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            feed(reader.getOutputStream());
            int code = reader.waitFor();
            System.out.printf("%nslapadd : %.0f s%n", (System.nanoTime() - start) / 1e9);
            return code == 0 ? 0 : 1;
        } finally {
            reader.destroy();
        }
    }

    private void feed(OutputStream to) throws IOException {
        try (Export.Counting from = new Export(ldif).open("slapadd");
                OutputStream reader = to) {
            from.transferTo(reader);
        }
    }
}
