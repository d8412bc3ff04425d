package fr.sceau.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of this machine in a folder, one after the other, each for at most two minutes. */
final class Tool {
    private static final long LONGEST_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment;

    Tool(Path folder) {
        this(folder, Map.of());
    }

    private Tool(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** A file of the folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** The same with something more in its environment. */
    Tool with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Tool(folder, more);
    }

    /** Runs it; anything but exit code 0 fails with what it printed, which is also returned. */
    String run(String... command) {
        Path output = folder.resolve("output.txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(command));
            builder.environment().putAll(environment);
            Process process = builder.directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String printed = Files.readString(output);
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(command[0] + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
