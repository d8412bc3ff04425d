package fr.sceau.system.model;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands that change nothing. */
final class Looking {
    private static final int LONGEST_IDLE = 120;
    private static final Pattern NUMBER = Pattern.compile("(MESSAGES|UNSEEN|UIDVALIDITY|UIDNEXT|HIGHESTMODSEQ) (\\d+)");

    private Looking() {}

    static void fetch(Client client) throws IOException {
        List<Integer> positions = client.view().somePositions(client.random());
        if (!client.view().complete() || positions.isEmpty()) {
            client.read("UID FETCH 1:* (UID FLAGS)");
            return;
        }
        List<Long> uids = positions.stream().map(client.view()::uid).toList();
        boolean byNumber = client.random().nextInt(3) == 0;
        String which = byNumber ? "FETCH " + Uids.format(positions) : "UID FETCH " + Uids.format(uids);
        Exchange answer = client.read(which + " (UID FLAGS MODSEQ)");
        Marking.saw(client, answer, uids);
    }

    static void fetchChanged(Client client) throws IOException {
        String vanished = client.qresync() && client.random().nextBoolean() ? " VANISHED" : "";
        long since = Math.max(1, client.modSeq());
        Exchange answer = client.read("UID FETCH 1:* (UID FLAGS) (CHANGEDSINCE " + since + vanished + ")");
        answer.fetched()
                .map(Fetched::of)
                .filter(fetched -> fetched.modSeq().isEmpty())
                .findFirst()
                .ifPresent(without -> {
                    throw new Contradiction("CHANGEDSINCE answered without MODSEQ: " + without);
                });
    }

    static void status(Client client) throws IOException {
        String name = client.world().anyLasting(client.random());
        Floors floors = client.world().floors();
        Map<Long, Long> next = floors.of(Floors.Kind.UIDNEXT);
        Map<Long, Long> highest = floors.of(Floors.Kind.HIGHESTMODSEQ);
        Exchange answer =
                client.ask("STATUS " + client.standing().shown(name) + " (UIDVALIDITY UIDNEXT HIGHESTMODSEQ)");
        if (client.judge(answer, Need.of(client.world().validity(name), "lr")) != Outcome.DONE) {
            return;
        }
        long box = number(answer, "UIDVALIDITY");
        floors.check(Floors.Kind.UIDNEXT, box, number(answer, "UIDNEXT"), next, "STATUS");
        floors.check(Floors.Kind.HIGHESTMODSEQ, box, number(answer, "HIGHESTMODSEQ"), highest, "STATUS");
    }

    static long number(Exchange answer, String item) {
        for (Line line : answer.lines()) {
            Matcher number = NUMBER.matcher(line.text());
            while (line.is("STATUS") && number.find()) {
                if (number.group(1).equals(item)) {
                    return Long.parseLong(number.group(2));
                }
            }
        }
        throw new Contradiction("STATUS without " + item);
    }

    static void noop(Client client) throws IOException {
        client.judge(client.ask("NOOP"));
    }

    static void idle(Client client) throws IOException {
        int wait = client.random().nextInt(LONGEST_IDLE);
        client.judge(client.followed(client.connection().idle(() -> pause(wait), List.of())));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
