package fr.sceau.bench.delivery;

import fr.sceau.bench.MailSystem;
import fr.sceau.bench.Place;
import fr.sceau.bench.measure.Budget;
import fr.sceau.bench.measure.Machine;
import fr.sceau.smime.SmimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rounds of all systems in turn, within a time. */
@Command(
        name = "delivery",
        mixinStandardHelpOptions = true,
        description = "Remise : tours alternés, tableau de rapports.")
public final class DeliveryCommand implements Callable<Integer> {
    @Option(names = "--home", required = true, paramLabel = "DOSSIER", description = "dossier de l'installation")
    private @Nullable Path home;

    @Option(names = "--messages", defaultValue = "600", description = "messages par tour (${DEFAULT-VALUE})")
    private int messages;

    @Option(names = "--octets", defaultValue = "10240", description = "taille du résultat (${DEFAULT-VALUE})")
    private int octets;

    @Option(names = "--warm", defaultValue = "1500", description = "messages de mise en route (${DEFAULT-VALUE})")
    private int warm;

    @Option(names = "--rounds", defaultValue = "3", description = "tours au plus (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "4,1,16",
            description = "connexions (${DEFAULT-VALUE})")
    private List<Integer> connections = List.of();

    @Option(names = "--minutes", defaultValue = "15", description = "durée au plus (${DEFAULT-VALUE})")
    private int minutes;

    @Override
    public Integer call() throws IOException, InterruptedException, SmimeException {
        Budget budget = new Budget(Duration.ofMinutes(minutes));
        Place place = Place.open(Objects.requireNonNull(home));
        List<Delivery> systems = new ArrayList<>();
        try {
            for (MailSystem system : place.systems()) {
                systems.add(new Delivery(place, system, octets));
            }
            warmUp(systems);
            Results results = run(systems, budget);
            boolean reached = new Report(place.systems(), results).print(messages, octets);
            return reached ? 0 : 1;
        } finally {
            for (Delivery system : systems) {
                system.close();
            }
        }
    }

    private void warmUp(List<Delivery> systems) throws IOException, InterruptedException {
        for (Delivery one : systems) {
            Round round = one.run(4, one.system().name().startsWith("Sceau") ? warm : warm / 5);
            show("mise en route", 4, one.system(), round);
            one.verifyTreatment();
        }
    }

    private Results run(List<Delivery> systems, Budget budget) throws IOException, InterruptedException {
        Results results = new Results();
        Duration longest = Duration.ZERO;
        for (int i = 1; i <= rounds && (i == 1 || budget.allows(longest)); i++) {
            long start = System.nanoTime();
            for (int count : connections) {
                for (Delivery one : systems) {
                    Round round = one.run(count, messages);
                    show("tour " + i, count, one.system(), round);
                    results.add(count, one.system().label(), round);
                }
            }
            longest = Duration.ofNanos(System.nanoTime() - start);
        }
        return results;
    }

    private static void show(String what, int connections, MailSystem system, Round round) throws IOException {
        System.out.printf(
                "  %-13s %2d conn.  %-34s %6.1f ms CPU/msg  %6.0f acceptés/s  %6.0f remis/s  p50 %.0f p99 %.0f ms  charge"
                        + " %.1f%n",
                what,
                connections,
                system.label() + " " + system.name(),
                round.cpu(),
                round.accepted(),
                round.delivered(),
                round.p50(),
                round.p99(),
                Machine.load());
    }
}
