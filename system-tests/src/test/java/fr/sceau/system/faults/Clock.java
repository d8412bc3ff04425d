package fr.sceau.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/**
 * The wall clock of all processes of an installation, by a small library of ours (src/test/c/clock.c) that this machine's
 * C compiler builds. Debian's libfaketime 0.9.10 does the same but stops Java threads that wait.
 */
final class Clock {
    /** Back by 45 minutes: less than the age of the test certificates. */
    static final String BACK = "-2700";

    private final Path file;

    private Clock(Path file) {
        this.file = file;
    }

    /** Nothing where there is no C compiler. */
    static Optional<Clock> under(Path root, Path installation, Map<String, String> environment) throws IOException {
        Path library = installation.resolve("clock.so");
        Path source = root.resolve("system-tests/src/test/c/clock.c");
        if (!Shell.does("cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString())) {
            return Optional.empty();
        }
        Clock clock = new Clock(installation.resolve("clock"));
        clock.set("0");
        Files.setPosixFilePermissions(clock.file, PosixFilePermissions.fromString("rw-r--r--"));
        environment.put("LD_PRELOAD", library.toString());
        environment.put("SCEAU_CLOCK", clock.file.toString());
        return Optional.of(clock);
    }

    /** Seconds, such as {@link #BACK}; seen by the processes within a second. */
    void set(String offset) throws IOException {
        Files.writeString(file, offset + "\n");
    }
}
