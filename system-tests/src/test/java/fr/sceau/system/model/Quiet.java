package fr.sceau.system.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A moment at which nobody acts: all clients and a fresh session must see the same, and what the acts explain. */
final class Quiet {
    private static final int WHOLE_EVERY = 10;

    private final World world;
    private final List<Client> clients;
    private final Random random;
    private int times;
    private int unsearched;

    Quiet(World world, List<Client> clients, Random random) {
        this.world = world;
        this.clients = clients;
        this.random = random;
    }

    int unsearched() {
        return unsearched;
    }

    void compare() throws IOException {
        world.transcript().note("quiet point " + ++times);
        Burst burst = world.settle();
        Map<Long, Snapshot> found = new HashMap<>();
        try (ImapConnection eye = world.connect("eye")) {
            Rights.check(world, eye);
            Names.check(world, eye);
            for (Map.Entry<String, Long> name : world.names().entrySet()) {
                Box before = box(name.getValue());
                found.put(before.validity(), Snapshot.read(eye, name.getKey(), before, times % WHOLE_EVERY == 0));
            }
            Reckoning reckoning = new Reckoning(world.boxes(), burst, found);
            found.values().forEach(reckoning::check);
            unsearched += reckoning.unsearched();
        }
        found.forEach((validity, now) ->
                world.boxes().put(validity, box(validity).next(now.messages(), now.uidNext(), now.highest())));
        for (Client client : clients) {
            compareView(client);
        }
        Catching.up(world, random);
    }

    private Box box(long validity) {
        Box box = world.boxes().get(validity);
        if (box == null) {
            throw new IllegalStateException("no mailbox " + validity);
        }
        return box;
    }

    /** What the client was told makes up what there is, after one NOOP; then its positions are right. */
    private void compareView(Client client) throws IOException {
        if (!client.working()) {
            return;
        }
        Map<Long, Integer> truth = box(client.box()).flags();
        long now = System.nanoTime();
        if (client.standing().may(client.reading(), now, now) != Sure.YES) {
            client.judge(client.ask("NOOP"), Need.of(client.box(), "r")); // the session is closed, and says why
            return;
        }
        client.read("NOOP");
        if (!client.working()) {
            return; // closed, for a right that was missing for a while
        }
        List<String> told = differences(client, truth);
        if (!told.isEmpty()) {
            throw new Contradiction(client.name() + " after NOOP: " + told);
        }
        client.read("UID FETCH 1:* (UID FLAGS)");
        List<String> rest = differences(client, truth);
        if (!rest.isEmpty() || !client.view().complete()) {
            throw new Contradiction(
                    client.name() + " after FETCH: " + rest + client.view().uids());
        }
    }

    private static List<String> differences(Client client, Map<Long, Integer> truth) {
        List<String> differences = new ArrayList<>();
        Set<Long> uids = new TreeSet<>(truth.keySet());
        List<Long> view = client.view().uids();
        if (view.size() != uids.size()) {
            differences.add("it counts " + view.size() + " messages, there are " + uids.size());
        }
        int position = 0;
        for (long uid : uids) {
            long told = position < view.size() ? view.get(position) : uid;
            position++;
            if (told != 0 && told != uid) {
                differences.add("position " + position + " is " + told + " to it and " + uid + " in truth");
            }
            int real = truth.getOrDefault(uid, Deed.GONE);
            int flags = client.view().flags().getOrDefault(uid, real);
            if (flags != real) {
                differences.add(uid + " has " + Flag.format(flags) + " to it and " + Flag.format(real) + " in truth");
            }
        }
        return differences;
    }
}
