package fr.sceau.bench.growth;

import fr.sceau.bench.BenchException;
import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.letters.Letter;
import fr.sceau.bench.letters.Letters;
import fr.sceau.bench.letters.Treatment;
import fr.sceau.bench.wire.Imap;
import fr.sceau.bench.world.BenchWorld;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same operations at every size, in turn. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = "Coût de chaque opération quand une boîte grossit.")
public final class GrowthCommand implements Callable<Integer> {
    private static final int PATTERNS = 50;
    private static final int FEW = 5;

    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Option(names = "--sizes", split = ",", defaultValue = "1000,100000", description = "messages par boîte")
    private List<Long> sizes = List.of();

    @Option(names = "--boxes", defaultValue = "10000", description = "boîtes ajoutées ensuite (${DEFAULT-VALUE})")
    private int boxes;

    @Option(names = "--octets", defaultValue = "2048", description = "taille des messages (${DEFAULT-VALUE})")
    private int octets;

    @Option(names = "--blocks", defaultValue = "9", description = "blocs par taille (${DEFAULT-VALUE})")
    private int blocks;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Place place = Place.open(Objects.requireNonNull(home));
        MailSystem system = MailSystem.labelled(place.systems(), "B");
        try (Store store = Store.open(place.installation())) {
            Loader loader = new Loader(store, patterns(place, system, store));
            Growth growth = new Growth(place, system, store, blocks, octets);
            for (int i = 0; i < sizes.size(); i++) {
                provision(place, system, Treatment.CLEAR.box(i));
            }
            Prober.warmUp(place, system, place.address(BenchWorld.READER), octets);
            growth.footprint("au départ");
            for (int i = 0; i < sizes.size(); i++) {
                loader.fill(Loader.mailbox(store, place.address(Treatment.CLEAR.box(i)), "INBOX"), sizes.get(i));
                loader.settle();
                growth.footprint("avec une boîte de " + sizes.get(i));
            }
            List<GrowthReport.Column> columns = GrowthReport.Column.bySize(growth.measure(sizes));
            if (boxes > 0) {
                columns.addAll(amongOthers(growth, loader, place.installation().domain()));
            }
            growth.footprint("à la fin");
            return new GrowthReport(columns, growth).print() ? 0 : 1;
        }
    }

    /** The two smallest boxes before and after the others came: as warm as what they are compared with. */
    private List<GrowthReport.Column> amongOthers(Growth growth, Loader loader, String domain)
            throws IOException, InterruptedException {
        List<Long> watched = sizes.subList(0, Math.min(2, sizes.size()));
        List<Costs> alone = growth.measure(watched);
        loader.strangers(boxes, FEW, domain);
        loader.settle();
        growth.footprint("avec " + boxes + " boîtes de plus");
        return GrowthReport.Column.amongOthers(growth.measure(watched), alone, boxes);
    }

    private long patterns(Place place, MailSystem system, Store store) throws IOException {
        if (!store.has("content")) {
            throw new BenchException("cette installation n'a pas de magasin PostgreSQL (table content)");
        }
        Letters letters = new Letters(place.installation());
        String address = place.address(BenchWorld.READER);
        try (Imap imap = place.imap(system, BenchWorld.READER)) {
            imap.ask("CREATE Modeles");
            for (int i = 0; i < PATTERNS; i++) {
                Letter letter = letters.plain(place.address(Treatment.CLEAR.sender()), address, i, octets);
                imap.append("Modeles", letter.fresh());
            }
        }
        return Loader.mailbox(store, address, "Modeles");
    }

    /** The first login makes the mailbox. */
    private static void provision(Place place, MailSystem system, String box) throws IOException {
        try (Imap imap = place.imap(system, box)) {
            imap.count("INBOX");
        }
    }
}
