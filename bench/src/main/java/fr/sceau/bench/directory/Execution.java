package fr.sceau.bench.directory;

import fr.sceau.bench.BenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of a command of the launcher, from its start to its end.
 *
 * @param cpu user and kernel time of all its processes
 * @param resident the most memory that the largest of them held, files that it maps included
 * @param heap the most that its objects took, before a collection
 * @param said what it wrote to its output
 */
record Execution(Duration wall, Duration cpu, long resident, long heap, String said) {
    private static final long LOOK_MILLIS = 100;
    private static final long KILOBYTE = 1024;
    private static final Pattern HEAP = Pattern.compile("(\\d+)M->(\\d+)M\\(");

    /**
     * Runs it with so much heap; its progress goes where ours goes.
     *
     * @param work for its log of collections, and what it says
     */
    static Execution of(List<String> command, String heap, Path work, Duration most)
            throws IOException, InterruptedException {
        Path collections = work.resolve("gc.log");
        Path output = work.resolve("said.txt");
        long start = System.nanoTime();
        Process process = start(command, "-Xmx" + heap + " -Xlog:gc:file=" + collections, output);
        Watch watch = new Watch(process);
        boolean ended = watch.untilItEnds(most);
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (!ended || process.exitValue() != 0) {
            end(process);
            throw new BenchException(String.join(" ", command) + (ended ? " : échec" : " : trop long, arrêté"));
        }
        String said = Files.readString(output, StandardCharsets.UTF_8).strip();
        return new Execution(wall, watch.cpu(), watch.resident, heap(collections), said);
    }

    private static Process start(List<String> command, String flags, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SCEAU_DIRECTORY_FLAGS", flags);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process))); // when we are told to stop
        return process;
    }

    /** The launcher is a shell: what it started ends with it. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    /** Zero when nothing was ever collected. */
    private static long heap(Path collections) throws IOException {
        long most = 0;
        for (String line : Files.readAllLines(collections)) {
            Matcher matcher = HEAP.matcher(line);
            if (matcher.find()) {
                most = Math.max(most, Long.parseLong(matcher.group(1)));
            }
        }
        return most * KILOBYTE * KILOBYTE;
    }

    /** Looks at a process and its children again and again: what the kernel knows of them is gone when they end. */
    private static final class Watch {
        private final Process process;
        private final Map<Long, Duration> cpu = new HashMap<>();
        private long resident;

        Watch(Process process) {
            this.process = process;
        }

        boolean untilItEnds(Duration most) throws InterruptedException {
            long end = System.nanoTime() + most.toNanos();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .forEach(this::look);
            }
            return true;
        }

        private void look(ProcessHandle one) {
            one.info().totalCpuDuration().ifPresent(spent -> cpu.put(one.pid(), spent));
            try {
                Files.readAllLines(Path.of("/proc", String.valueOf(one.pid()), "status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                        .forEach(octets -> resident = Math.max(resident, octets));
            } catch (IOException e) {
                // it has just ended; what was seen before counts
            }
        }

        Duration cpu() {
            return cpu.values().stream().reduce(Duration.ZERO, Duration::plus);
        }
    }
}
