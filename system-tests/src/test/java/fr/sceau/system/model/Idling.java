package fr.sceau.system.model;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** RFC 2177: who idles hears at once what another does. */
final class Idling {
    private Idling() {}

    static void probe(List<Client> clients, Random random) throws IOException {
        Client idler = clients.get(random.nextInt(clients.size()));
        Client actor = clients.get(random.nextInt(clients.size()));
        if (idler == actor || !actor.standing().owner() || !readable(idler) || !idler.working() || !actor.working()) {
            return;
        }
        idler.read("NOOP"); // others have expunged since the quiet point
        if (!idler.working()) {
            return;
        }
        long box = idler.box();
        int count = idler.view().size();
        Predicate<Line> arrived = line -> line.counts("EXISTS") && line.number() > count;
        Exchange idled = idler.connection().idle(() -> Filing.append(actor, name(actor, box)), List.of(arrived));
        idler.judge(idler.followed(idled), idler.reading());
    }

    /** All is quiet: the rights are known. */
    private static boolean readable(Client idler) {
        long now = System.nanoTime();
        return idler.working() && idler.standing().may(idler.reading(), now, now) == Sure.YES;
    }

    private static String name(Client actor, long box) {
        return actor.world().names().entrySet().stream()
                .filter(name -> name.getValue() == box)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
