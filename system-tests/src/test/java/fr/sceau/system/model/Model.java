package fr.sceau.system.model;

import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bursts and quiet points in turn, until the time is over or something cannot be true. */
final class Model {
    private final TestSceau sceau;
    private final Plan plan;
    private final World world;
    private final Random random;
    private final List<Client> clients = new ArrayList<>();
    private int rounds;

    Model(TestSceau sceau, String address, Plan plan) {
        this.sceau = sceau;
        this.plan = plan;
        this.world = new World(sceau, address, plan.seed());
        this.random = new Random(plan.seed());
    }

    /** How far it is. */
    interface Progress {
        void at(double share, String state);
    }

    /** What was done. */
    record Report(long seed, int rounds, long commands, String colleagues, int unsearched) {
        @Override
        public String toString() {
            return String.format(
                    "graine %d : %d tours, %d commandes, aucune contradiction (collègue : %s ; %d messages trop sollicités pour être jugés)",
                    seed, rounds, commands, colleagues, unsearched);
        }
    }

    Report run(Progress progress) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(plan.clients() + plan.colleagues());
        try {
            return bursts(threads, progress);
        } catch (IOException | RuntimeException | Error e) {
            throw new Contradiction(e + "\n" + explanation(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Report bursts(ExecutorService threads, Progress progress) throws IOException {
        prepare();
        Quiet quiet = new Quiet(world, clients, new Random(plan.seed() + 1));
        long start = System.nanoTime();
        long length = plan.length().toNanos();
        for (long spent = 0; spent < length; spent = System.nanoTime() - start) {
            progress.at((double) spent / length, rounds + " tours, " + commands() + " commandes");
            Idling.probe(clients, random);
            burst(threads);
            quiet.compare();
            for (Client client : clients) {
                Trimming.trim(client);
            }
            rounds++;
        }
        leave();
        return new Report(plan.seed(), rounds, commands(), world.colleagues().toString(), quiet.unsearched());
    }

    private void prepare() throws IOException {
        for (int i = 0; i < plan.clients(); i++) {
            clients.add(new Client("c" + i, world, new Standing.Owner(), new Random(plan.seed() * 31 + i)));
        }
        for (int i = 0; i < plan.boxes(); i++) {
            Folders.create(clients.get(0), world.lastingName(i));
            Rights.grant(clients.get(0), world.lastingName(i), Rights.LETTERS);
        }
        for (int i = 0; i < plan.colleagues(); i++) {
            Random choices = new Random(plan.seed() * 31 + plan.clients() + i);
            clients.add(new Client("p" + i, world, world.colleagueStanding(), choices));
        }
    }

    private void burst(ExecutorService threads) {
        List<Future<?>> running = new ArrayList<>();
        for (Client client : clients) {
            int acts = 1 + random.nextInt(plan.acts());
            running.add(threads.submit(() -> {
                client.work(acts);
                return null;
            }));
        }
        running.forEach(Model::await);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void leave() throws IOException {
        for (Client client : clients) {
            client.leave();
        }
        try (ImapConnection last = world.connect("last")) {
            for (String name : world.names().keySet()) {
                last.must("DELETE " + name);
            }
        }
    }

    private long commands() {
        return world.transcript().commands();
    }

    private String explanation() {
        Path file = sceau.logs().resolve("modele-" + plan.seed() + ".txt");
        String text = world.transcript().text();
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = text.lines().toList();
        return "graine " + plan.seed() + ", tour " + rounds + " ; les dernières commandes (plus dans " + file + ") :\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
