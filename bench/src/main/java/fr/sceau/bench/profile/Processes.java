package fr.sceau.bench.profile;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Processor time by kind of thread of the mail server, and by program for the other processes of its group. */
final class Processes {
    private static final double MILLIS_PER_TICK = 10; // USER_HZ is 100 everywhere
    private static final int USER = 11; // fields of /proc/PID/stat after the name
    private static final int KERNEL = 12;

    private final Path group;
    private final String mailServer;

    Processes(String group, String mailServer) {
        this.group = Path.of(group);
        this.mailServer = mailServer;
    }

    /** Milliseconds so far, by name. */
    Map<String, Double> now() throws IOException {
        Map<String, Double> times = new HashMap<>();
        for (String pid : Files.readAllLines(group.resolve("cgroup.procs"))) {
            if (!pid.equals(mailServer)) {
                add(times, Path.of("/proc", pid), "");
            }
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc", mailServer, "task"))) {
            for (Path thread : threads) {
                add(times, thread, "james: ");
            }
        }
        return times;
    }

    /** What was used between two moments, a message. */
    static Map<String, Double> between(Map<String, Double> before, Map<String, Double> after, int messages) {
        Map<String, Double> used = new TreeMap<>();
        after.forEach((name, millis) -> used.put(name, (millis - before.getOrDefault(name, 0.0)) / messages));
        return used;
    }

    private static void add(Map<String, Double> times, Path process, String prefix) throws IOException {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double millis = (Long.parseLong(fields[USER]) + Long.parseLong(fields[KERNEL])) * MILLIS_PER_TICK;
            times.merge(prefix + name.replaceAll("[-#]?\\d+.*$", ""), millis, Double::sum);
        } catch (NoSuchFileException e) {
            return; // it ended meanwhile
        }
    }
}
