package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.LDAPException;
import fr.sceau.bench.BenchException;
import fr.sceau.bench.measure.Series;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Questions of one kind to one server under one load, slice by slice; each slice goes on where the last one ended. */
final class Course {
    private static final double NANOS = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Server server;
    private final List<Question> questions;
    private final Load load;
    private final AtomicInteger next = new AtomicInteger();
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();

    /** @param questions one at least, all of a kind */
    Course(Server server, List<Question> questions, Load load) {
        this.server = server;
        this.questions = List.copyOf(questions);
        this.load = load;
    }

    Server server() {
        return server;
    }

    Kind kind() {
        return questions.get(0).kind();
    }

    Load load() {
        return load;
    }

    /** Answers a second, one value a slice. */
    List<Double> rates() {
        return List.copyOf(rates);
    }

    /** How long each answer took, from the moment when it was to be asked for. */
    Series millis() {
        return Series.of(millis);
    }

    /** As a slice, but nothing is kept of its times. */
    void warm(Duration length) throws LDAPException, InterruptedException {
        run(length);
    }

    void slice(Duration length) throws LDAPException, InterruptedException {
        Slice slice = run(length);
        rates.add(slice.taken().size() / slice.seconds());
        slice.taken().forEach(nanos -> millis.add(nanos / NANOS_PER_MILLI));
    }

    /** @param taken nanoseconds an answer */
    private record Slice(double seconds, List<Long> taken) {}

    private Slice run(Duration length) throws LDAPException, InterruptedException {
        List<Client> clients = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(load.connections());
        try {
            for (int i = 0; i < load.connections(); i++) {
                clients.add(Client.open(server.port()));
            }
            return run(clients, threads, length);
        } finally {
            threads.shutdownNow();
            clients.forEach(Client::close);
        }
    }

    private Slice run(List<Client> clients, ExecutorService threads, Duration length) throws InterruptedException {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        List<Future<List<Long>>> running = IntStream.range(0, clients.size())
                .mapToObj(i -> threads.submit(() -> ask(clients.get(i), i, start, end)))
                .toList();
        List<Long> taken = new ArrayList<>();
        for (Future<List<Long>> one : running) {
            taken.addAll(result(one));
        }
        return new Slice((System.nanoTime() - start) / NANOS, taken);
    }

    /** At least one question. */
    private List<Long> ask(Client client, int connection, long start, long end) throws InterruptedException {
        List<Long> taken = new ArrayList<>();
        do {
            long late = load.pauses() ? await(start + load.due(connection, taken.size())) : 0;
            Question question = questions.get(Math.floorMod(next.getAndIncrement(), questions.size()));
            taken.add(late + client.ask(question, server.answers()));
        } while (System.nanoTime() < end);
        return taken;
    }

    /** How late it is, in nanoseconds, because of the answer before; to wake up takes a while too, but that is ours. */
    private static long await(long due) throws InterruptedException {
        long late = System.nanoTime() - due;
        if (late < 0) {
            TimeUnit.NANOSECONDS.sleep(-late);
        }
        return Math.max(0, late);
    }

    private List<Long> result(Future<List<Long>> one) throws InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new BenchException(server + " n'a pas répondu", e);
        }
    }
}
