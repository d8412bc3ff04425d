package fr.sceau.smime.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the fuzzer calls. The system properties {@code sceau.fuzz.world} and {@code sceau.fuzz.target} say what is fuzzed, {@code
 * sceau.fuzz.seeds} with what to warm up.
 */
public final class FuzzEntry {
    private static final int MOST_TO_WARM = 20;

    private static @Nullable Target target;

    private FuzzEntry() {}

    public static void fuzzerInitialize() throws Exception {
        Targets named = Targets.named(System.getProperty("sceau.fuzz.target", ""));
        Target made = named.in(FuzzWorld.load(Path.of(System.getProperty("sceau.fuzz.world", ""))));
        for (byte[] seed : seeds()) {
            warm(made, seed);
        }
        target = made;
    }

    private static List<byte[]> seeds() throws IOException {
        Path folder = Path.of(System.getProperty("sceau.fuzz.seeds", ""));
        if (folder.toString().isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().limit(MOST_TO_WARM).map(FuzzWorld::content).toList();
        }
    }

    /** To rewrite each class as it is loaded takes seconds, which are no fault of the input that first needs it. */
    @SuppressWarnings("CatchingUnchecked")
    private static void warm(Target made, byte[] seed) {
        try {
            made.check(seed);
        } catch (Exception | AssertionError found) {
            return; // the fuzzer begins with the same seeds and will say so
        }
    }

    public static void fuzzerTestOneInput(byte[] octets) throws Exception {
        if (target == null) {
            throw new IllegalStateException("not initialised");
        }
        target.check(octets);
    }
}
