package fr.sceau.system.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Starts the processes of one installation, and stops every one that it started. */
final class Programs {
    private static final Duration LONGEST_START = Duration.ofSeconds(240);

    private final Home home;
    private final List<Child> started = new CopyOnWriteArrayList<>();

    Programs(Home home) {
        this.home = home;
    }

    Child directory() {
        return start("directory", "directory/server", "-Xmx96m", "fr.sceau.directory.server.Main", "directory.port");
    }

    Child james() {
        return start(
                "james",
                "james-server",
                "-Xmx512m",
                "fr.sceau.server.Main",
                "mx.port",
                "submission.port",
                "submissions.port",
                "imap.port",
                "imaps.port");
    }

    Child webmail() {
        return start("webmail", "webmail", "-Xmx160m", "fr.sceau.webmail.Main", "webmail.port");
    }

    /** {@code start}, {@code stop} or {@code stop immediate} of the database. */
    void postgres(String action, String... mode) {
        List<String> command = List.of(
                home.root().resolve("libexec/postgres.sh").toString(),
                action,
                home.folder().resolve("postgres").toString(),
                String.valueOf(home.port("postgres.port")));
        home.run(
                "postgres-" + action,
                Stream.concat(command.stream(), Stream.of(mode)).toList());
    }

    Optional<ProcessHandle> postmaster() {
        Path file = home.folder().resolve("postgres/data/postmaster.pid");
        try {
            String pid = Files.exists(file) ? Files.readAllLines(file).get(0).strip() : "";
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid)).filter(Programs::works);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stepBack() {
        Stream<Long> database = postmaster().stream()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .map(ProcessHandle::pid);
        List<String> command = new ArrayList<>(List.of("renice", "-n", "10", "-p"));
        Stream.concat(database, started.stream().map(Child::pid)).forEach(pid -> command.add(String.valueOf(pid)));
        home.run("renice", command);
    }

    void killPostgres() {
        ProcessHandle postmaster = postmaster().orElseThrow(() -> new IllegalStateException("no postgres to kill"));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        Await.until("the end of postgres", LONGEST_START, () -> all.stream().noneMatch(Programs::works));
    }

    /** Alive and no zombie, which has no command line left. */
    private static boolean works(ProcessHandle process) {
        try {
            return process.isAlive()
                    && Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "cmdline")).length > 0;
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }

    void stopAll() {
        List<Child> latestFirst = new ArrayList<>(started);
        Collections.reverse(latestFirst);
        latestFirst.stream().filter(Child::alive).forEach(Child::stop);
        started.clear();
        postgres("stop");
    }

    private Child start(String name, String module, String heap, String main, String... ports) {
        List<String> command =
                home.java(module, heap, main, "--home", home.folder().toString());
        Child child = home.start(name, command);
        started.add(child);
        Await.until(name + " listens", LONGEST_START, () -> {
            if (!child.alive()) {
                throw new IllegalStateException(name + " stopped\n" + child.end());
            }
            return Stream.of(ports).allMatch(key -> Ports.listens(home.port(key)));
        });
        return child;
    }
}
