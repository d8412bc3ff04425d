package fr.sceau.bench.reading;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.letters.Letters;
import fr.sceau.bench.letters.Treatment;
import fr.sceau.bench.measure.Cpu;
import fr.sceau.bench.measure.Progress;
import fr.sceau.bench.wire.Imap;
import fr.sceau.bench.world.BenchWorld;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One reader of one system. */
final class Reader implements Closeable {
    static final String BODIES = "Corps";
    private static final String LIST = "(UID FLAGS RFC822.SIZE INTERNALDATE ENVELOPE BODYSTRUCTURE)";
    private static final String THUNDERBIRD = "(UID RFC822.SIZE FLAGS BODY.PEEK[HEADER.FIELDS (From To Cc Bcc Subject"
            + " Date Message-ID Priority X-Priority References Newsgroups In-Reply-To Content-Type Reply-To)])";
    private static final int ROWS = 200;
    private static final double MILLION = 1e6;

    private final MailSystem system;
    private final Imap imap;
    private final Cpu cpu;
    private final Random random = new Random(11);

    /** Milliseconds waited and of processor, for a whole command. */
    record Cost(double waited, double cpu) {}

    Reader(Place place, MailSystem system) throws IOException {
        this.system = system;
        this.imap = place.imap(system, BenchWorld.READER);
        this.cpu = new Cpu(system.cpu());
    }

    MailSystem system() {
        return system;
    }

    /** Makes the folder when it is not there, and appends what it lacks. */
    void append(Place place, String folder, int messages, int octets) throws IOException {
        if (imap.ask("LIST \"\" " + folder).lines().isEmpty()) {
            imap.ask("CREATE " + folder);
        }
        Letters letters = new Letters(place.installation());
        Progress progress = new Progress("dépôt chez " + system.name(), messages);
        for (int i = imap.count(folder); i < messages; i++) {
            imap.append(
                    folder,
                    letters.plain(
                                    place.address(Treatment.CLEAR.sender()),
                                    place.address(BenchWorld.READER),
                                    i % 100,
                                    octets)
                            .fresh());
            progress.at(i + 1);
        }
    }

    void create(String folder) throws IOException {
        imap.ask("CREATE " + folder);
    }

    /** All bodies of the folder, by one command. */
    Cost bodies(int messages) throws IOException {
        imap.ask("EXAMINE " + BODIES);
        double before = cpu.millis();
        long start = System.nanoTime();
        Imap.Answer answer = imap.ask("UID FETCH 1:* (UID BODY.PEEK[])");
        double waited = (System.nanoTime() - start) / MILLION;
        long found =
                answer.lines().stream().filter(line -> line.contains("BODY[]")).count();
        if (found != messages) {
            throw new BenchException("%s : %d corps au lieu de %d".formatted(system.name(), found, messages));
        }
        return new Cost(waited, cpu.millis() - before);
    }

    /** Windows at random places of a folder that is selected first; each by itself. */
    List<Cost> windows(String folder, int messages, int count, boolean thunderbird) throws IOException {
        imap.ask("EXAMINE " + folder);
        List<Cost> costs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = 1 + random.nextInt(messages - ROWS);
            double before = cpu.millis();
            long start = System.nanoTime();
            Imap.Answer answer =
                    imap.ask("FETCH " + from + ":" + (from + ROWS - 1) + " " + (thunderbird ? THUNDERBIRD : LIST));
            costs.add(new Cost((System.nanoTime() - start) / MILLION, cpu.millis() - before));
            long rows = answer.lines().stream()
                    .filter(line -> line.contains(" FETCH ("))
                    .count();
            if (rows != ROWS) {
                throw new BenchException("%s : %d lignes au lieu de %d".formatted(system.name(), rows, ROWS));
            }
        }
        return costs;
    }

    /** Every row once, so that what a server keeps for lists is kept. */
    void warm(String folder) throws IOException {
        imap.ask("EXAMINE " + folder);
        imap.ask("FETCH 1:* " + LIST);
        imap.ask("FETCH 1:* " + THUNDERBIRD);
    }

    @Override
    public void close() throws IOException {
        imap.close();
    }
}
