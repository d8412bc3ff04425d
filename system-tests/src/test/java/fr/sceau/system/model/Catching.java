package fr.sceau.system.model;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A client that was away: does it learn all it missed (RFC 7162), and do the server's counts and searches agree? */
final class Catching {
    private Catching() {}

    static void up(World world, Random random) throws IOException {
        try (ImapConnection eye = world.connect("away")) {
            eye.must("ENABLE QRESYNC");
            for (Map.Entry<String, Long> name : world.names().entrySet()) {
                Box box = world.boxes().get(name.getValue());
                if (box != null && World.lasting(name.getKey())) {
                    resynchronise(eye, name.getKey(), box, random);
                    search(eye, box);
                    status(eye, name.getKey(), box);
                }
            }
        }
    }

    private static void resynchronise(ImapConnection eye, String name, Box box, Random random) throws IOException {
        List<Box.Checkpoint> past =
                box.past().stream().filter(known -> known.modSeq() > 0).toList();
        if (past.isEmpty()) {
            eye.must("SELECT " + name);
            return;
        }
        Box.Checkpoint known = past.get(random.nextInt(past.size()));
        Exchange opened = eye.must("SELECT " + name + " (QRESYNC (" + box.validity() + " " + known.modSeq() + "))");
        compare("SELECT (QRESYNC)", name, known, opened, box);
        Exchange changes = eye.must("UID FETCH 1:* (UID FLAGS) (CHANGEDSINCE " + known.modSeq() + " VANISHED)");
        compare("CHANGEDSINCE VANISHED", name, known, changes, box);
    }

    private static void compare(String what, String name, Box.Checkpoint known, Exchange answer, Box box) {
        Map<Long, Integer> flags = new HashMap<>(known.flags());
        for (Line line : answer.lines()) {
            if (line.is("VANISHED")) {
                Uids.parse(line.word(line.words().size() - 1)).forEach(flags::remove);
            } else if (line.counts("FETCH")) {
                Fetched fetched = Fetched.of(line);
                flags.put(fetched.uid().orElseThrow(), fetched.flags().orElseThrow());
                require(
                        fetched.modSeq().orElse(0L) > known.modSeq(),
                        what + " since " + known.modSeq() + " in " + name + " gives " + line.text());
            }
        }
        require(
                flags.equals(box.flags()),
                what + " since " + known.modSeq() + " of " + name + ": who follows it has " + flags + ", there is "
                        + box.flags());
    }

    private static void search(ImapConnection eye, Box box) throws IOException {
        found(eye, "ALL", box, message -> true);
        found(eye, "DELETED", box, message -> (message.flags() & Flag.DELETED) != 0);
        found(eye, "UNSEEN", box, message -> (message.flags() & Flag.SEEN) == 0);
        found(eye, "KEYWORD " + Flag.ALL.get(5), box, message -> (message.flags() & 1 << 5) != 0);
    }

    private static void found(ImapConnection eye, String criterion, Box box, Predicate<Message> matches)
            throws IOException {
        Set<Long> uids = new TreeSet<>();
        for (Line line : eye.must("UID SEARCH " + criterion).lines()) {
            if (line.is("SEARCH")) {
                line.words().stream()
                        .skip(1)
                        .map(word -> Long.parseLong(word.toString()))
                        .forEach(uids::add);
            }
        }
        Set<Long> truth = new TreeSet<>();
        box.messages().forEach((uid, message) -> {
            if (matches.test(message)) {
                truth.add(uid);
            }
        });
        require(uids.equals(truth), "UID SEARCH " + criterion + " gives " + uids + ", there are " + truth);
    }

    private static void status(ImapConnection eye, String name, Box box) throws IOException {
        Exchange answer = eye.must("STATUS " + name + " (MESSAGES UNSEEN UIDNEXT UIDVALIDITY HIGHESTMODSEQ)");
        long unseen = box.messages().values().stream()
                .filter(message -> (message.flags() & Flag.SEEN) == 0)
                .count();
        Map<String, Long> wanted = Map.of(
                "MESSAGES",
                (long) box.messages().size(),
                "UNSEEN",
                unseen,
                "UIDNEXT",
                box.uidNext(),
                "UIDVALIDITY",
                box.validity());
        wanted.forEach((item, value) -> require(
                Looking.number(answer, item) == value,
                "STATUS " + name + " " + item + " is not " + value + ": " + answer.lines()));
        // May be above: SELECT takes \Recent away, which is a change to some stores.
        require(Looking.number(answer, "HIGHESTMODSEQ") >= box.highest(), "HIGHESTMODSEQ of STATUS fell: " + name);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new Contradiction(what);
        }
    }
}
