package fr.sceau.bench.growth;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.letters.Letter;
import fr.sceau.bench.letters.Letters;
import fr.sceau.bench.letters.Treatment;
import fr.sceau.bench.measure.Cpu;
import fr.sceau.bench.measure.Progress;
import fr.sceau.bench.wire.Imap;
import fr.sceau.bench.wire.Smtp;
import java.io.IOException;

/** Does every operation on one box, in blocks. */
final class Prober {
    private static final String DELIVERY = "remise (2 ko)";
    private static final int DELIVERIES = 40;
    private static final int WARM_UP = 3000;
    private static final long POLL_MILLIS = 5;
    private static final long QUIET_MILLIS = 300;
    private static final double MILLION = 1e6;

    private final Place place;
    private final MailSystem system;
    private final String box;
    private final Cpu cpu;
    private final Places places;
    private final Marks marks = new Marks();

    Prober(Place place, MailSystem system, String box, long messages) {
        this.place = place;
        this.system = system;
        this.box = box;
        this.cpu = new Cpu(system.cpu());
        this.places = new Places(messages);
    }

    /** One block of each operation. */
    void block(Costs costs, int octets) throws IOException, InterruptedException {
        try (Imap imap = place.imap(system, box)) {
            deliveries(imap, costs, octets);
            imap.ask("SELECT INBOX");
            int before = imap.count("INBOX");
            for (Operation operation : Operation.values()) {
                run(imap, operation, costs);
            }
            if (imap.count("INBOX") >= before) {
                throw new BenchException("UID EXPUNGE n'a rien enlevé");
            }
        }
    }

    /** What an operation costs afterwards is its own, and not the next one's. */
    private void run(Imap imap, Operation operation, Costs costs) throws IOException, InterruptedException {
        long[] uids = new long[operation.times()];
        for (int i = 0; i < uids.length; i++) {
            uids[i] = operation == Operation.EXPUNGE ? places.toExpunge() : places.any();
            operation.prepare(imap, uids[i]);
        }
        Thread.sleep(QUIET_MILLIS);
        double before = cpu.millis();
        for (long uid : uids) {
            long start = System.nanoTime();
            operation.run(imap, uid, marks);
            costs.waited(operation.french(), (System.nanoTime() - start) / MILLION);
        }
        Thread.sleep(QUIET_MILLIS);
        costs.cpu(operation.french(), (cpu.millis() - before) / uids.length);
    }

    /** As many as the just-in-time compiler wants to see, to a box that is not measured. */
    static void warmUp(Place place, MailSystem system, String address, int octets) throws IOException {
        Letter letter =
                new Letters(place.installation()).plain(place.address(Treatment.CLEAR.sender()), address, 1, octets);
        Progress progress = new Progress("mise en route", WARM_UP);
        try (Smtp smtp = place.smtp(system, Treatment.CLEAR.sender())) {
            for (int i = 0; i < WARM_UP; i++) {
                smtp.send(letter.from(), letter.to(), letter.fresh());
                progress.at(i + 1);
            }
        }
    }

    /** One connection; waited is from MAIL FROM to 250, processor until the last can be read. */
    private void deliveries(Imap imap, Costs costs, int octets) throws IOException, InterruptedException {
        Letter letter = new Letters(place.installation())
                .plain(place.address(Treatment.CLEAR.sender()), place.address(box), 1, octets);
        try (Smtp smtp = place.smtp(system, Treatment.CLEAR.sender())) {
            int wanted = imap.count("INBOX") + DELIVERIES;
            double before = cpu.millis();
            for (int i = 0; i < DELIVERIES; i++) {
                long start = System.nanoTime();
                smtp.send(letter.from(), letter.to(), letter.fresh());
                costs.waited(DELIVERY, (System.nanoTime() - start) / MILLION);
            }
            while (imap.count("INBOX") < wanted) {
                Thread.sleep(POLL_MILLIS);
            }
            Thread.sleep(QUIET_MILLIS);
            costs.cpu(DELIVERY, (cpu.millis() - before) / DELIVERIES);
        }
    }
}
