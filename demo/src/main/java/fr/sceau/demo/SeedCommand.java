package fr.sceau.demo;

import fr.sceau.demo.seed.Night;
import fr.sceau.demo.seed.Seeding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends the night's results to a running installation. */
@Command(
        name = "seed",
        description = "Envoie les résultats d'une nuit à l'installation qui tourne ; chaque message une seule fois.",
        mixinStandardHelpOptions = true)
final class SeedCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException {
        Installation installation = Installation.open(Objects.requireNonNull(home));
        Night night = new Night(installation, Instant.now());
        int sent = new Seeding(installation, night).send(line -> System.out.println("  " + line));
        System.out.println(sent == 0 ? "Les messages de la nuit sont déjà envoyés." : sent + " messages envoyés.");
        return 0;
    }
}
