package fr.sceau.system.model;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** SEARCH: what is found must match at some moment of the command, and what is not found must not. */
final class Searching {
    private static final List<Criterion> CRITERIA = List.of(
            new Criterion("ALL", state -> true),
            new Criterion("1:*", state -> true),
            new Criterion("UNSEEN", state -> (state & Flag.SEEN) == 0),
            new Criterion("DELETED", state -> (state & Flag.DELETED) != 0),
            new Criterion("FLAGGED", state -> (state & 1 << 2) != 0),
            new Criterion("NOT ANSWERED", state -> (state & 1 << 1) == 0),
            new Criterion("KEYWORD " + Flag.ALL.get(5), state -> (state & 1 << 5) != 0),
            new Criterion("UNKEYWORD " + Flag.ALL.get(7), state -> (state & 1 << 7) == 0));

    private Searching() {}

    private record Criterion(String text, IntPredicate matches) {
        Set<Integer> states(boolean found) {
            return IntStream.range(0, 1 << Flag.ALL.size())
                    .filter(state -> matches.test(state) == found)
                    .boxed()
                    .collect(Collectors.toSet());
        }
    }

    static void search(Client client) throws IOException {
        Random random = client.random();
        Criterion criterion = CRITERIA.get(random.nextInt(CRITERIA.size()));
        boolean byUid = random.nextBoolean();
        List<Long> known = client.view().uids().stream().filter(uid -> uid > 0).toList();
        long box = client.box();
        Exchange answer = client.ask((byUid ? "UID SEARCH " : "SEARCH ") + criterion.text());
        Set<Long> found = byUid ? numbers(answer) : uids(client, answer);
        if (client.judge(answer, client.reading()) != Outcome.DONE) {
            return;
        }
        for (long uid : known) {
            Set<Integer> states = criterion.states(found.contains(uid));
            client.world().burst().did(new Key(box, uid), Deed.of(answer, Deed.Kind.SEEN, states, client.name()));
        }
    }

    /** Numbers hold still while SEARCH is answered (RFC 3501 7.4.1). */
    private static Set<Long> uids(Client client, Exchange answer) {
        Set<Long> uids = new HashSet<>();
        for (long number : numbers(answer)) {
            if (number > client.view().size()) {
                throw new Contradiction(answer.command() + " found number " + number + " of "
                        + client.view().size());
            }
            uids.add(client.view().uid((int) number));
        }
        return uids;
    }

    private static Set<Long> numbers(Exchange answer) {
        return answer.lines().stream()
                .filter(line -> line.is("SEARCH"))
                .flatMap(line -> line.words().stream().skip(1))
                .map(word -> Long.parseLong(word.toString()))
                .collect(Collectors.toSet());
    }
}
