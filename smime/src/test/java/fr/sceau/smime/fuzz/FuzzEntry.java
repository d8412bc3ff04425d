package fr.sceau.smime.fuzz;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the fuzzer calls. The system properties {@code sceau.fuzz.world} and {@code sceau.fuzz.target} say what is fuzzed. */
public final class FuzzEntry {
    private static @Nullable Target target;

    private FuzzEntry() {}

    public static void fuzzerInitialize() throws Exception {
        Targets named = Targets.named(System.getProperty("sceau.fuzz.target", ""));
        target = named.in(FuzzWorld.load(Path.of(System.getProperty("sceau.fuzz.world", ""))));
    }

    public static void fuzzerTestOneInput(byte[] octets) throws Exception {
        if (target == null) {
            throw new IllegalStateException("not initialised");
        }
        target.check(octets);
    }
}
