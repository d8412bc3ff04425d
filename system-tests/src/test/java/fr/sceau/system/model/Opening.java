package fr.sceau.system.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** SELECT in its variants, CLOSE, UNSELECT, and a new session. */
final class Opening {
    private Opening() {}

    /** A lasting mailbox; what vanished since it was open last is asked for where the session speaks QRESYNC. */
    static void select(Client client) throws IOException {
        client.keep();
        String name = client.world().anyLasting(client.random());
        long validity = client.world().validity(name);
        Optional<Long> memory = client.memory(validity).filter(kept -> client.qresync());
        String parameter = memory.map(kept -> " (QRESYNC (" + validity + " " + kept + "))")
                .orElseGet(() -> plain(client.random()));
        Map<Long, Long> next = client.world().floors().of(Floors.Kind.UIDNEXT);
        Map<Long, Long> highest = client.world().floors().of(Floors.Kind.HIGHESTMODSEQ);
        Exchange answer = client.connection().send("SELECT " + name + parameter).must();
        check(answer.number("UIDVALIDITY") == validity, "UIDVALIDITY of " + name + " changed: " + answer.lines());
        client.world().floors().check(Floors.Kind.UIDNEXT, validity, answer.number("UIDNEXT"), next, "SELECT");
        long modSeq = answer.number("HIGHESTMODSEQ");
        client.world().floors().check(Floors.Kind.HIGHESTMODSEQ, validity, modSeq, highest, "SELECT");
        View view = new View(client.name(), client.qresync(), client.world().excuses());
        view.follow(sinceClosed(answer));
        client.opened(validity, modSeq, view);
    }

    private static String plain(Random random) {
        return random.nextBoolean() ? " (CONDSTORE)" : "";
    }

    /** Lines before CLOSED are the old mailbox's (RFC 7162 3.2.11). */
    private static Exchange sinceClosed(Exchange answer) {
        List<Line> lines = answer.lines();
        int closed = 0;
        for (int i = 0; i < lines.size(); i++) {
            closed = lines.get(i).text().contains("[CLOSED]") ? i + 1 : closed;
        }
        List<Line> own = lines.subList(closed, lines.size());
        return new Exchange(answer.command(), answer.start(), answer.end(), own, answer.status());
    }

    /** CLOSE expunges in silence, UNSELECT (RFC 3691) does not. */
    static void close(Client client) throws IOException {
        boolean expunges = client.random().nextBoolean();
        long box = client.box();
        client.keep();
        Exchange answer = client.connection().must(expunges ? "CLOSE" : "UNSELECT");
        if (expunges) {
            client.world().burst().expunged(box, Deed.of(answer, Deed.Kind.EXPUNGE, 0, client.name()));
        }
        select(client);
    }

    static void reconnect(Client client) throws IOException {
        client.reconnect();
        select(client);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new Contradiction(what);
        }
    }
}
