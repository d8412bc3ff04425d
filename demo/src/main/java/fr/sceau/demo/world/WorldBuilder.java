package fr.sceau.demo.world;

import fr.sceau.demo.DemoException;
import fr.sceau.demo.Installation;
import fr.sceau.testpki.Issued;
import fr.sceau.testpki.KeySizes;
import fr.sceau.testpki.Pkcs12File;
import fr.sceau.testpki.TestPki;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/**
 * Builds the world into an installation, once. Afterwards a call renews the revocation lists and changes nothing else:
 * keys, passwords and what an operator edited stay. A build that was interrupted is started again from its beginning.
 */
public final class WorldBuilder {
    private static final DateTimeFormatter EXTRACTION_DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd'0215'").withZone(ZoneOffset.UTC);
    private static final String MAILBOXES =
            "address\ttype\tidnat\tstructure\tfamily\tgiven\tlabel\tprofession\tsmime\n";

    private final Installation installation;
    private final InstantSource clock;
    private final KeySizes sizes;
    private final Progress progress;
    private final Population population = new Population();

    /** Tells people what is being done. */
    public interface Progress {
        /** One step begins. */
        void step(String french);
    }

    public WorldBuilder(Installation installation, InstantSource clock, KeySizes sizes, Progress progress) {
        this.installation = installation;
        this.clock = clock;
        this.sizes = sizes;
        this.progress = progress;
    }

    /** Whether the world was there already. */
    public boolean generate() throws IOException, InterruptedException {
        if (!installation.domain().equals(Cast.DOMAIN)) {
            throw new DemoException(
                    "conf/sceau.properties : le premier domaine de la démonstration est " + Cast.DOMAIN);
        }
        Path created = installation.path("demo", "created");
        if (Files.exists(created)) {
            renew();
            return true;
        }
        create();
        Files.writeString(created, clock.instant() + "\n");
        return false;
    }

    private void renew() throws IOException {
        progress.step("listes de révocation renouvelées");
        TestPki.load(pkiFolder(), installation.keysPassword(), clock, sizes)
                .renewLists(installation.path("trust"), clock.instant());
    }

    private void create() throws IOException, InterruptedException {
        Instant now = clock.instant();
        progress.step("autorités de TEST");
        TestPki pki = TestPki.generate(clock, sizes);
        pki.save(pkiFolder(), installation.keysPassword());
        pki.writeTrust(installation.path("trust"), now);
        progress.step("clés et certificats");
        new KeyMaker(installation, population, pki).all();
        progress.step("annuaire");
        registry(now);
        progress.step("comptes et règles");
        accounts();
        configuration();
    }

    private void registry(Instant now) throws IOException {
        Path folder = installation.path("directory", "registry");
        Files.createDirectories(folder);
        removeEarlier(folder);
        RegistryWriter registry = new RegistryWriter(population);
        String day = EXTRACTION_DAY.format(now);
        Files.writeString(folder.resolve("PS_LibreAcces_Personne_activite_" + day + ".txt"), registry.personActivity());
        Files.writeString(folder.resolve("Extraction_Correspondance_MSSante_" + day + ".txt"), registry.mailboxes());
    }

    /** What an interrupted build left on another day. */
    private static void removeEarlier(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.txt")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private void accounts() throws IOException {
        List<OwnBox> boxes = Cast.boxes(population);
        StringBuilder lines = new StringBuilder(MAILBOXES);
        boxes.forEach(box -> lines.append(box.directoryLine(population)).append('\n'));
        Path own = installation.path("directory", "own");
        Files.createDirectories(own);
        Files.writeString(own.resolve("mailboxes.tsv"), lines);
        AccountFiles accounts = new AccountFiles();
        accounts.addAll(boxes, population.structure("chu").id());
        accounts.write(installation.path("demo"));
    }

    private void configuration() throws IOException {
        Issued partner = Objects.requireNonNull(
                Pkcs12File.read(installation.path("demo", "partenaire.p12"), installation.keysPassword())
                        .get("client"));
        ConfigurationLines lines = new ConfigurationLines(installation);
        lines.partner(partner.certificate().getSubjectX500Principal().getName());
        lines.policies();
    }

    private Path pkiFolder() {
        return installation.path("demo", "pki");
    }
}
