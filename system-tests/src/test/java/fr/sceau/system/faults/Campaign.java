package fr.sceau.system.faults;

import fr.sceau.demo.world.Cast;
import fr.sceau.system.installation.Await;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.mail.Outbox;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Strikes one fault after the other while mail comes in by port 25 and by submission and two people read it. */
final class Campaign {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(180);
    private static final int BEFORE = 12;
    private static final int AFTER = 6;

    private final TestSceau sceau;
    private final Random random;
    private final Ledger ledger = new Ledger();
    private final List<Reader> readers;
    private final List<Sender> senders;
    private int lastDuplicates;
    private int lastReused;

    Campaign(TestSceau sceau, long seed) {
        this.sceau = sceau;
        this.random = new Random(seed);
        Outbox outbox = new Outbox(sceau);
        List<String> both = List.of(Cast.CLAIRE, Cast.CARDIOLOGY);
        this.senders = List.of(
                new Sender(ledger, Cast.HELENE, both, outbox::asPartner),
                new Sender(ledger, Cast.HELENE, List.of(Cast.CLAIRE), outbox::asPartner),
                new Sender(ledger, Cast.CLAIRE, List.of(Cast.CARDIOLOGY), () -> outbox.as(Cast.CLAIRE)));
        this.readers = both.stream()
                .map(box -> new Reader(sceau, ledger, box, new Random(random.nextLong())))
                .toList();
    }

    /** What happens to the system; ends when it has been put right again. */
    interface Fault {
        void strike() throws IOException;
    }

    /** Mail flows, the fault strikes, mail flows again; then all is counted. */
    Row under(String name, Fault fault) throws IOException {
        double back;
        try (Work work = new Work()) {
            start(work);
            flow(work, BEFORE);
            pause(random.nextInt(400));
            fault.strike();
            long right = System.nanoTime();
            flow(work, 1);
            back = (System.nanoTime() - right) / 1e9;
            flow(work, AFTER);
        } finally {
            senders.forEach(Sender::close);
            readers.forEach(Reader::close);
        }
        return count(name, back);
    }

    private void start(Work work) {
        senders.forEach(sender -> work.repeat("sender", 20, sender::sendOne, sender::broken));
        readers.forEach(reader -> work.repeat("reader", 150, reader::readOnce, reader::broken));
        readers.forEach(reader -> work.repeat("depositor", 400, reader::deposit, reason -> {}));
    }

    private void flow(Work work, int more) {
        int wanted = ledger.count() + more;
        Await.until(more + " mails accepted", LONGEST, () -> {
            work.check();
            return ledger.count() >= wanted;
        });
    }

    private Row count(String name, double back) throws IOException {
        long end = System.nanoTime() + LONGEST_DELIVERY.toNanos();
        look();
        while (!ledger.missing().isEmpty() && System.nanoTime() < end) {
            pause(500);
            look();
        }
        pause(2000); // a second copy would come now
        look();
        int spoilt = spoilt();
        readers.forEach(Reader::close);
        Map<String, Integer> answers = ledger.answersSinceLast();
        int duplicates = ledger.duplicates() - lastDuplicates;
        int reused = ledger.reusedUids() - lastReused;
        lastDuplicates += duplicates;
        lastReused += reused;
        return new Row(name, answers, back, ledger.missing().size(), duplicates, spoilt, reused);
    }

    private void look() throws IOException {
        for (Reader reader : readers) {
            reader.readOnce();
        }
    }

    /** Messages that were there, were not deleted and are gone, or that have lost the flag that the server took. */
    private int spoilt() throws IOException {
        int spoilt = 0;
        for (Reader reader : readers) {
            Map<Long, Boolean> present = reader.flagsByUid();
            for (Map.Entry<Ledger.Place, Boolean> place :
                    ledger.standing(reader.mailbox()).entrySet()) {
                Boolean flagged = present.get(place.getKey().uid());
                spoilt += flagged == null || place.getValue() && !flagged ? 1 : 0;
            }
        }
        return spoilt;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The faults that need nothing of the machine but its processes. */
    void kills(int ofJames, int ofPostgres, List<Row> rows, Progress progress) throws IOException {
        for (int i = 1; i <= ofJames; i++) {
            progress.at("kill -9 de la messagerie, " + i + " sur " + ofJames);
            rows.add(under("kill -9 de la messagerie (" + i + ")", sceau::killAndRestartJames));
        }
        for (int i = 1; i <= ofPostgres; i++) {
            progress.at("kill -9 de PostgreSQL, " + i + " sur " + ofPostgres);
            rows.add(under("kill -9 de PostgreSQL (" + i + ")", this::killPostgres));
        }
    }

    private void killPostgres() {
        sceau.killPostgres();
        pause(1000 + random.nextInt(2000));
        sceau.startPostgres();
    }

    Row fullDisk(Disk disk) throws IOException {
        return under(disk.kind(), () -> {
            int before = ledger.refusals();
            disk.fill();
            Await.until("a refusal while the disk is full", LONGEST, () -> ledger.refusals() > before);
            pause(4000);
            disk.free();
            if (!sceau.postgresRuns()) {
                sceau.startPostgres();
            }
        });
    }

    List<Row> clock(Clock clock) throws IOException {
        Row back = under("horloge reculée de 45 min", () -> turn(clock, Clock.BACK));
        Duration late = Duration.between(readers.get(0).newest(), Instant.now());
        if (late.toMinutes() < 40) {
            throw new AssertionError("the clock did not go back: the last mail came " + late + " ago: "
                    + readers.get(0).last());
        }
        return List.of(back, under("horloge remise à l'heure", () -> turn(clock, "0")));
    }

    /** A server takes more than the mails that follow a fault within the second that the processes need to see it. */
    private static void turn(Clock clock, String offset) throws IOException {
        clock.set(offset);
        pause(1500);
    }

    /** Told before each fault. */
    interface Progress {
        void at(String fault);
    }
}
