package fr.sceau.demo;

import fr.sceau.demo.world.WorldBuilder;
import fr.sceau.testpki.KeySizes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** First start: makes the world. Later starts: renews its revocation lists. */
@Command(
        name = "generate",
        description = "Crée le monde de démonstration, ou renouvelle ses listes de révocation s'il existe.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Installation installation = Installation.open(Objects.requireNonNull(home));
        long start = System.nanoTime();
        WorldBuilder builder = new WorldBuilder(
                installation, Clock.systemUTC(), KeySizes.quick(), step -> System.out.println("  " + step));
        boolean existed = builder.generate();
        System.out.printf(
                "Monde de démonstration %s (%.1f s).%n",
                existed ? "inchangé" : "créé", (System.nanoTime() - start) / 1e9);
        return 0;
    }
}
