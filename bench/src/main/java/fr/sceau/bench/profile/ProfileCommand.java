package fr.sceau.bench.profile;

import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.delivery.Delivery;
import fr.sceau.bench.delivery.Round;
import fr.sceau.bench.measure.Jcmd;
import fr.sceau.bench.reading.Bodies;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records the mail server with the JDK's own recorder while it delivers, or while it is read. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Où va le temps de processeur de la messagerie.")
public final class ProfileCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 4;
    private static final int BODIES = 2000;

    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Option(names = "--messages", defaultValue = "1500", description = "messages à remettre (${DEFAULT-VALUE})")
    private int messages;

    @Option(names = "--warm", defaultValue = "1500", description = "messages de mise en route (${DEFAULT-VALUE})")
    private int warm;

    @Option(names = "--octets", defaultValue = "10240", description = "taille du résultat (${DEFAULT-VALUE})")
    private int octets;

    @Option(names = "--lines", defaultValue = "25", description = "lignes par liste (${DEFAULT-VALUE})")
    private int lines;

    private interface Work {
        /** Calls {@code beginning} when all is ready. */
        String run(Delivery.Beginning beginning) throws IOException, InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, SmimeException {
        Place place = Place.open(Objects.requireNonNull(home));
        for (String label : new String[] {"B", "A"}) {
            MailSystem system = MailSystem.labelled(place.systems(), label);
            try (Delivery delivery = new Delivery(place, system, octets)) {
                if (warm > 0) {
                    delivery.run(CONNECTIONS, warm);
                }
                record(place, system, "remise, " + system.name(), messages, beginning -> {
                    Round round = delivery.run(CONNECTIONS, messages, beginning);
                    return String.format(Locale.ROOT, "%.1f ms CPU/msg, %.0f remis/s", round.cpu(), round.delivered());
                });
            }
        }
        MailSystem system = MailSystem.labelled(place.systems(), "B");
        try (Bodies bodies = new Bodies(place, system, BODIES, octets)) {
            bodies.read();
            record(place, system, "lecture de corps", BODIES * 2, beginning -> {
                beginning.run();
                bodies.read();
                return String.format(Locale.ROOT, "%.3f ms CPU/corps", bodies.read() / BODIES);
            });
        }
        return 0;
    }

    private void record(Place place, MailSystem system, String what, int count, Work work)
            throws IOException, InterruptedException {
        Jcmd jcmd = new Jcmd(place.installation());
        Path recording = place.installation().path("james", "banc.jfr");
        Files.deleteIfExists(recording);
        Processes processes = new Processes(system.cpu(), jcmd.pid());
        Map<String, Double> before = new HashMap<>();
        String outcome = work.run(() -> {
            jcmd.ask("JFR.start", "name=banc", "settings=profile");
            before.putAll(processes.now());
        });
        Map<String, Double> used = Processes.between(before, processes.now(), count);
        jcmd.ask("JFR.stop", "name=banc", "filename=" + recording);
        System.out.printf("%n== %s : %s (mesure comprise)%n", what, outcome);
        System.out.println("-- ms de processeur par message, par fil ou programme");
        used.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(lines)
                .forEach(entry -> System.out.printf(Locale.ROOT, "%8.2f  %s%n", entry.getValue(), entry.getKey()));
        print(Samples.read(recording));
    }

    private void print(Samples samples) {
        list("qui paie (premier paquet hors JDK)", samples.packages(), samples.count());
        list("méthodes, elles-mêmes", samples.innermost(), samples.count());
        list("méthodes de Sceau et de James, avec ce qu'elles appellent", samples.anywhere(), samples.count());
    }

    private void list(String title, Map<String, Integer> counts, int total) {
        System.out.printf("-- %s (%d échantillons)%n", title, total);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(lines * (title.startsWith("méthodes de") ? 4L : 1L))
                .forEach(entry -> System.out.printf(
                        Locale.ROOT, "%6.1f %%  %s%n", 100.0 * entry.getValue() / total, entry.getKey()));
    }
}
