package fr.sceau.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The wall clock of all processes of an installation, by Debian's libfaketime; the clock that only runs is left alone. */
final class Clock {
    /** Back by less than the age of the test certificates. */
    static final String BACK = "-45m";

    private final Path file;

    private Clock(Path file) {
        this.file = file;
    }

    /** Nothing where the library is not installed. */
    static Optional<Clock> under(Path installation, Map<String, String> environment) throws IOException {
        Optional<Path> library = library();
        if (library.isEmpty()) {
            return Optional.empty();
        }
        Clock clock = new Clock(installation.resolve("horloge"));
        clock.set("+0");
        Files.setPosixFilePermissions(clock.file, PosixFilePermissions.fromString("rw-r--r--"));
        environment.put("LD_PRELOAD", library.get().toString());
        environment.put("FAKETIME_TIMESTAMP_FILE", clock.file.toString());
        environment.put("FAKETIME_CACHE_DURATION", "1");
        environment.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        return Optional.of(clock);
    }

    private static Optional<Path> library() throws IOException {
        Path lib = Path.of("/usr/lib");
        try (Stream<Path> folders = Files.list(lib)) {
            return folders.map(folder -> folder.resolve("faketime/libfaketimeMT.so.1"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }

    /** Such as {@link #BACK}; seen by the processes within a second. */
    void set(String offset) throws IOException {
        Files.writeString(file, offset + "\n");
    }
}
