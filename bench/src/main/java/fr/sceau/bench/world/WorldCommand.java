package fr.sceau.bench.world;

import fr.sceau.demo.Installation;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Adds the bench's boxes to a new demonstration's world. */
@Command(name = "world", mixinStandardHelpOptions = true, description = "Ajoute les boîtes du banc à une installation.")
public final class WorldCommand implements Callable<Integer> {
    private static final int PASSWORD_BITS = 128;

    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Override
    public Integer call() throws IOException {
        String password = new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(36);
        new BenchWorld(Installation.open(Objects.requireNonNull(home))).create(password);
        return 0;
    }
}
