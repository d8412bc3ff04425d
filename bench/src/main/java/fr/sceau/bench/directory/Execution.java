package fr.sceau.bench.directory;

import fr.sceau.bench.BenchException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a command of the launcher, from its start to its end.
 *
 * @param cpu user and kernel time of its process
 * @param resident the most memory that it held, files that it maps included
 * @param heap the most that its objects took, before a collection
 * @param said what it wrote to its output
 */
record Execution(Duration wall, Duration cpu, long resident, long heap, String said) {
    private static final long LOOK_MILLIS = 50;
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
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SCEAU_DIRECTORY_FLAGS", "-Xmx" + heap + " -Xlog:gc:file=" + collections);
        long start = System.nanoTime();
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy)); // when we are told to stop
        Watch watch = new Watch(process);
        boolean ended = watch.untilItEnds(most);
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        if (!ended || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new BenchException(String.join(" ", command) + (ended ? " : échec" : " : trop long, arrêté"));
        }
        String said = Files.readString(output, StandardCharsets.UTF_8).strip();
        return new Execution(wall, watch.cpu, watch.resident, heap(collections), said);
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

    /** Looks at a process again and again: what the kernel knows of it is gone when it ends. */
    private static final class Watch {
        private final Process process;
        private final Path status;
        private Duration cpu = Duration.ZERO;
        private long resident;

        Watch(Process process) {
            this.process = process;
            this.status = Path.of("/proc", String.valueOf(process.pid()), "status");
        }

        boolean untilItEnds(Duration most) throws InterruptedException {
            long end = System.nanoTime() + most.toNanos();
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > end) {
                    return false;
                }
                look();
            }
            return true;
        }

        private void look() {
            process.info().totalCpuDuration().ifPresent(spent -> cpu = spent);
            try {
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILOBYTE)
                        .forEach(octets -> resident = Math.max(resident, octets));
            } catch (IOException e) {
                // it has just ended; what was seen before counts
            }
        }
    }
}
