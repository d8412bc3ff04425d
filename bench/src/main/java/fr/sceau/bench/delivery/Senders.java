package fr.sceau.bench.delivery;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.letters.Letter;
import fr.sceau.bench.wire.Smtp;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Connections that send at once, each the next letter as soon as the last is accepted. */
final class Senders implements Closeable {
    private final List<Letter> letters;
    private final List<Smtp> connections = new ArrayList<>();
    private final ExecutorService workers;

    Senders(Place place, MailSystem system, List<Letter> letters, int count) throws IOException {
        this.letters = letters;
        for (int i = 0; i < count; i++) {
            connections.add(place.smtp(system, system.treatment().sender()));
        }
        this.workers = Executors.newFixedThreadPool(count);
    }

    /** Returns the nanoseconds that each message took from MAIL FROM to 250. */
    List<Long> send(int count) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
        List<Callable<Boolean>> work = connections.stream()
                .<Callable<Boolean>>map(smtp -> () -> send(smtp, next, count, latencies))
                .toList();
        try {
            for (Future<Boolean> done : workers.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new BenchException("envoi interrompu", e.getCause());
        }
        return latencies;
    }

    private boolean send(Smtp smtp, AtomicInteger next, int count, List<Long> latencies) throws IOException {
        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
            Letter letter = letters.get(i % letters.size());
            byte[] message = letter.fresh();
            long start = System.nanoTime();
            smtp.send(letter.from(), letter.to(), message);
            latencies.add(System.nanoTime() - start);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        workers.shutdown();
        for (Smtp connection : connections) {
            connection.close();
        }
    }
}
