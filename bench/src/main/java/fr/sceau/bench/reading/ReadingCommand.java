package fr.sceau.bench.reading;

import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.growth.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same reader on Sceau and on Dovecot, in turn. */
@Command(
        name = "reading",
        mixinStandardHelpOptions = true,
        description = "Lecture : tous les corps, puis des fenêtres de 200 lignes.")
public final class ReadingCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Option(
            names = "--maildir",
            required = true,
            paramLabel = "DOSSIER",
            description = "Maildir du lecteur chez le pair")
    private @Nullable Path maildir;

    @Option(names = "--bodies", defaultValue = "5000", description = "corps à lire (${DEFAULT-VALUE})")
    private int bodies;

    @Option(names = "--octets", defaultValue = "10240", description = "taille d'un message lu (${DEFAULT-VALUE})")
    private int octets;

    @Option(names = "--rows", defaultValue = "100000", description = "lignes de la longue boîte (${DEFAULT-VALUE})")
    private int rows;

    @Option(names = "--rounds", defaultValue = "5", description = "tours (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--windows",
            defaultValue = "40",
            description = "fenêtres de chaque sorte par tour (${DEFAULT-VALUE})")
    private int windows;

    @Override
    public Integer call() throws IOException {
        Place place = Place.open(Objects.requireNonNull(home));
        try (Reader sceau = new Reader(place, MailSystem.labelled(place.systems(), "B"));
                Reader peer = new Reader(place, MailSystem.labelled(place.systems(), "C"))) {
            List<Reader> readers = List.of(sceau, peer);
            boolean longBox = prepare(place, sceau, peer);
            String folder = longBox ? LongBox.FOLDER : Reader.BODIES;
            int length = longBox ? rows : bodies;
            for (Reader reader : readers) {
                reader.bodies(bodies);
                reader.warm(folder);
            }
            List<Readings> readings = readers.stream().map(Readings::new).toList();
            for (int round = 0; round < rounds; round++) {
                for (Readings one : readings) {
                    one.round(bodies, folder, length, windows);
                }
            }
            return new ReadingReport(new ArrayList<>(readings), bodies, length).print() ? 0 : 1;
        }
    }

    /** Whether the long box could be made; before the store there is no way but to send every message. */
    private boolean prepare(Place place, Reader sceau, Reader peer) throws IOException {
        sceau.append(place, Reader.BODIES, bodies, octets);
        peer.append(place, Reader.BODIES, bodies, octets);
        try (Store store = Store.open(place.installation())) {
            if (!store.has("content")) {
                System.out.println("Pas de magasin PostgreSQL : les fenêtres sont mesurées dans la boîte des corps.");
                return false;
            }
            LongBox box = new LongBox(place, rows);
            sceau.append(place, LongBox.PATTERNS, LongBox.PATTERN_COUNT, LongBox.OCTETS);
            sceau.create(LongBox.FOLDER);
            peer.create(LongBox.FOLDER);
            box.fill(store);
            box.fill(Objects.requireNonNull(maildir));
            return true;
        }
    }
}
