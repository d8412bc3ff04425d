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
        Optional<Memory> memory = client.memory(validity).filter(kept -> client.qresync());
        String parameter = memory.map(kept -> " (QRESYNC (" + validity + " " + kept.modSeq() + "))")
                .orElseGet(() -> plain(client.random()));
        Map<Long, Long> next = client.world().floors().of(Floors.Kind.UIDNEXT);
        Map<Long, Long> highest = client.world().floors().of(Floors.Kind.HIGHESTMODSEQ);
        client.selecting(validity);
        boolean forReading = client.random().nextInt(6) == 0;
        Exchange answer = client.followed(client.connection()
                .send((forReading ? "EXAMINE " : "SELECT ") + client.standing().shown(name) + parameter));
        if (client.judge(answer, Need.of(validity, "lr")) != Outcome.DONE) {
            return;
        }
        writable(client, validity, forReading, answer);
        check(answer.number("UIDVALIDITY") == validity, "UIDVALIDITY of " + name + " changed: " + answer.lines());
        client.world().floors().check(Floors.Kind.UIDNEXT, validity, answer.number("UIDNEXT"), next, "SELECT");
        long modSeq = answer.number("HIGHESTMODSEQ");
        client.world().floors().check(Floors.Kind.HIGHESTMODSEQ, validity, modSeq, highest, "SELECT");
        View view = new View(client.name(), client.qresync());
        view.follow(sinceClosed(answer));
        memory.ifPresent(kept -> view.resume(kept, sinceClosed(answer)));
        client.opened(validity, forReading, modSeq, view);
    }

    /** READ-WRITE where anything at all may be changed (RFC 4314 5.2). */
    private static void writable(Client client, long box, boolean forReading, Exchange answer) {
        Sure may =
                forReading ? Sure.NO : client.standing().may(new Need(box, "", "stwie"), answer.start(), answer.end());
        boolean said = answer.status().contains("[READ-WRITE]");
        check(may != (said ? Sure.NO : Sure.YES), "writable or not? " + answer.status());
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
        Exchange answer = client.ask(expunges ? "CLOSE" : "UNSELECT");
        Outcome may = client.opened().may(Need.of(box, "lre"), answer).outcome();
        client.judge(answer);
        if (expunges && may != Outcome.REFUSED) {
            Deed deed = Deed.of(answer, Deed.Kind.EXPUNGE, 0, client.name());
            client.world().burst().expunged(box, deed.when(answer.closed() ? Outcome.PERHAPS : may));
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
