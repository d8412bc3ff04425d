package fr.sceau.system.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of ours as a process of its own, its output in a file. */
public final class Child {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts it; the output is added to {@code log}, whose name is the child's. */
    static Child start(List<String> command, Path folder, Path log, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(Path.of("/dev/null").toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SCEAU_ROOT", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        try {
            return new Child(String.valueOf(log.getFileName()), builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(log.getFileName() + " does not start", e);
        }
    }

    /** {@code java -cp "lib/*" MAIN …} */
    static List<String> java(Path lib, List<String> flags, String main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", lib + "/*", main));
        command.addAll(arguments);
        return command;
    }

    /** Waits for its end; anything but 0 fails with the end of its output. */
    public void finish(Duration atMost) {
        if (!ended(atMost)) {
            kill();
            throw new IllegalStateException(name + " takes longer than " + atMost + "\n" + end());
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(name + " failed with " + process.exitValue() + "\n" + end());
        }
    }

    /** Waits for its end and gives its exit code. */
    public int exitCode(Duration atMost) {
        if (!ended(atMost)) {
            kill();
            throw new IllegalStateException(name + " takes longer than " + atMost + "\n" + end());
        }
        return process.exitValue();
    }

    /** Process id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Asks it to stop, and kills it when it does not. */
    public void stop() {
        process.destroy();
        if (!ended(LONGEST_STOP)) {
            kill();
            throw new IllegalStateException(name + " does not stop\n" + end());
        }
    }

    /** {@code kill -9}, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        ended(LONGEST_STOP);
    }

    /** The last lines of its output. */
    public String end() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean ended(Duration atMost) {
        try {
            return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + name, e);
        }
    }
}
