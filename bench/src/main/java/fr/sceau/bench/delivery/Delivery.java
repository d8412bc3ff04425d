package fr.sceau.bench.delivery;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.letters.Letter;
import fr.sceau.bench.letters.Letters;
import fr.sceau.bench.measure.Cpu;
import fr.sceau.bench.measure.Series;
import fr.sceau.bench.wire.Imap;
import fr.sceau.smime.SmimeException;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Sends to one system and waits until every message can be read. Connections are open and logged in before the clock
 * starts, so that neither TLS handshakes nor password hashes count; the second after the last message counts as well, for
 * what a system does later.
 */
public final class Delivery implements Closeable {
    private static final long QUIET_MILLIS = 1000;
    private static final long POLL_MILLIS = 20;
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    private final Place place;
    private final MailSystem system;
    private final List<Letter> letters;
    private final Cpu cpu;
    private final Map<String, Imap> readers = new LinkedHashMap<>();
    private final Map<String, Integer> expected = new LinkedHashMap<>();

    public Delivery(Place place, MailSystem system, int octets) throws IOException, SmimeException {
        this.place = place;
        this.system = system;
        this.letters = new Letters(place.installation()).set(system.treatment(), octets);
        this.cpu = new Cpu(system.cpu());
        for (int i = 0; i < system.treatment().kinds().size(); i++) {
            String box = system.treatment().box(i);
            Imap reader = place.imap(system, box);
            readers.put(place.address(box), reader);
            expected.put(place.address(box), reader.count("INBOX"));
        }
    }

    /** The system that is loaded. */
    public MailSystem system() {
        return system;
    }

    /** Sends {@code count} messages over {@code connections}. */
    public Round run(int connections, int count) throws IOException, InterruptedException {
        return run(connections, count, () -> {});
    }

    /** What somebody else wants to do when all connections are there and nothing is sent yet. */
    public interface Beginning {
        void run() throws IOException, InterruptedException;
    }

    /** As {@link #run(int, int)}. */
    public Round run(int connections, int count, Beginning beginning) throws IOException, InterruptedException {
        try (Senders senders = new Senders(place, system, letters, connections)) {
            expect(count);
            beginning.run();
            double before = cpu.millis();
            long start = System.nanoTime();
            List<Long> latencies = senders.send(count);
            long accepted = System.nanoTime();
            awaitAll();
            long delivered = System.nanoTime();
            Thread.sleep(QUIET_MILLIS);
            Series millis =
                    new Series(latencies.stream().map(nanos -> nanos / MILLION).toList());
            return new Round(
                    (cpu.millis() - before) / count,
                    count * BILLION / (accepted - start),
                    count * BILLION / (delivered - start),
                    millis.median(),
                    millis.quantile(0.99));
        }
    }

    /**
     * Whether the last message of each box is in the form that the treatment asks for; a system that leaves its work undone
     * would be the fastest of all.
     */
    public void verifyTreatment() throws IOException {
        for (int i = 0; i < system.treatment().kinds().size(); i++) {
            Imap reader = Objects.requireNonNull(
                    readers.get(place.address(system.treatment().box(i))));
            reader.ask("EXAMINE INBOX");
            String structure =
                    String.join("", reader.ask("FETCH * (BODYSTRUCTURE)").lines());
            reader.ask("CLOSE");
            String wanted = system.treatment().kinds().get(i).structure();
            if (!structure.toLowerCase(Locale.ROOT).contains(wanted)) {
                throw new BenchException("%s : « %s » attendu dans %s, trouvé %s"
                        .formatted(system.name(), wanted, system.treatment().box(i), structure));
            }
        }
    }

    private void expect(int count) {
        for (int i = 0; i < count; i++) {
            expected.merge(letters.get(i % letters.size()).to(), 1, Integer::sum);
        }
    }

    /** Box by box, so that looking costs the system next to nothing. */
    private void awaitAll() throws IOException, InterruptedException {
        long give = System.nanoTime() + PATIENCE_NANOS;
        for (Map.Entry<String, Imap> reader : readers.entrySet()) {
            int wanted = expected.getOrDefault(reader.getKey(), 0);
            int seen = reader.getValue().count("INBOX");
            while (seen < wanted) {
                if (System.nanoTime() > give) {
                    throw new BenchException(
                            "%s : %d messages sur %d dans %s".formatted(system.name(), seen, wanted, reader.getKey()));
                }
                Thread.sleep(POLL_MILLIS);
                seen = reader.getValue().count("INBOX");
            }
            if (seen > wanted) {
                throw new BenchException("%s : %d messages au lieu de %d dans %s"
                        .formatted(system.name(), seen, wanted, reader.getKey()));
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Imap reader : new ArrayList<>(readers.values())) {
            reader.close();
        }
    }
}
