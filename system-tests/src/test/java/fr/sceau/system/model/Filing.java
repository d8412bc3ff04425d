package fr.sceau.system.model;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** APPEND, COPY and MOVE, with what APPENDUID and COPYUID (RFC 4315) say of them. */
final class Filing {
    private static final long YEAR_SECONDS = 31_000_000;
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private static final Key NOWHERE = new Key(0, 0);

    private Filing() {}

    static void append(Client client) throws IOException {
        append(client, client.world().any(client.random()));
    }

    static void append(Client client, String name) throws IOException {
        Random random = client.random();
        Instant date = EARLIEST.plusSeconds((long) (random.nextDouble() * YEAR_SECONDS));
        String content = Letters.content(client.world().nextLetter(), random);
        int flags = Flag.some(random);
        Map<Long, Long> floors = client.world().floors().of(Floors.Kind.UIDNEXT);
        String command = "APPEND " + client.standing().shown(name) + " " + Flag.format(flags) + " \""
                + Fetched.DATE.format(date.atOffset(ZoneOffset.UTC)) + "\"";
        Exchange answer = client.followed(client.connection().send(command, content));
        switch (outcome(client, answer, name)) {
            case DONE -> appended(client, answer, floors, new Birth.Letter(content, Set.of(flags), date));
            case PERHAPS ->
                client.world()
                        .burst()
                        .perhapsBorn(Birth.appended(
                                NOWHERE, answer, new Birth.Letter(content, Flag.parts(flags), date), client.name()));
            case REFUSED -> {}
        }
    }

    private static void appended(Client client, Exchange answer, Map<Long, Long> floors, Birth.Letter letter) {
        String[] words = answer.code("APPENDUID")
                .orElseThrow(() -> missing("APPENDUID", answer.command()))
                .split(" ");
        Key key = new Key(Long.parseLong(words[0]), Long.parseLong(words[1]));
        arrived(client, key, floors, answer);
        int flags = letter.flags().iterator().next();
        Set<Integer> with = client.standing().permitted(key.box(), flags, answer);
        Birth.Letter taken = new Birth.Letter(letter.content(), with, letter.date());
        client.world().burst().born(Birth.appended(key, answer, taken, client.name()));
    }

    static void copy(Client client) throws IOException {
        file(client, "COPY", client.world().any(client.random()));
    }

    /** To another mailbox: what MOVE does within one is left to the server (RFC 6851 3.3). */
    static void move(Client client) throws IOException {
        String name = client.world().any(client.random());
        if (!Long.valueOf(client.box()).equals(client.world().names().get(name))) {
            file(client, "MOVE", name);
        }
    }

    private static void file(Client client, String verb, String name) throws IOException {
        List<Integer> positions = client.view().somePositions(client.random());
        if (positions.isEmpty()) {
            return;
        }
        List<Long> uids = positions.stream().map(client.view()::uid).toList();
        boolean byNumber = client.random().nextInt(4) == 0;
        String command = (byNumber ? verb + " " + Uids.format(positions) : "UID " + verb + " " + Uids.format(uids));
        Map<Long, Long> floors = client.world().floors().of(Floors.Kind.UIDNEXT);
        Need[] source = {Need.of(client.box(), verb.equals("MOVE") ? "lrte" : "lr")};
        Exchange answer = client.ask(command + " " + client.standing().shown(name));
        switch (outcome(client, answer, name, source)) {
            case DONE -> filed(client, answer, uids, floors);
            case PERHAPS -> perhapsFiled(client, answer, uids);
            case REFUSED -> {}
        }
    }

    private static void perhapsFiled(Client client, Exchange answer, List<Long> uids) {
        Burst burst = client.world().burst();
        for (long uid : uids) {
            Key source = new Key(client.box(), uid);
            burst.perhapsBorn(Birth.copied(NOWHERE, answer, source, Flag.parts(Flag.EVERY), client.name()));
            if (answer.command().contains("MOVE")) {
                burst.did(
                        source,
                        Deed.of(answer, Deed.Kind.MOVED, 0, client.name()).when(Outcome.PERHAPS));
            }
        }
    }

    private static void filed(Client client, Exchange answer, List<Long> uids, Map<Long, Long> floors) {
        Optional<String> code = answer.code("COPYUID");
        if (code.isEmpty()) {
            client.world().burst().unsaid(answer, keys(client, uids), client.name());
            return;
        }
        String[] words = code.get().split(" ");
        List<Long> from = Uids.parse(words[1]);
        List<Long> to = Uids.parse(words[2]);
        if (from.size() != to.size() || !uids.containsAll(from)) {
            throw new Contradiction(answer.command() + " has COPYUID " + code.get() + " where " + uids + " were meant");
        }
        List<Long> missing = uids.stream().filter(uid -> !from.contains(uid)).toList();
        client.world().burst().unsaid(answer, keys(client, missing), client.name());
        for (int i = 0; i < to.size(); i++) {
            Key source = new Key(client.box(), from.get(i));
            Key key = new Key(Long.parseLong(words[0]), to.get(i));
            arrived(client, key, floors, answer);
            Set<Integer> kept = client.standing().permitted(key.box(), Flag.EVERY, answer);
            client.world().burst().born(Birth.copied(key, answer, source, kept, client.name()));
            if (answer.command().contains("MOVE")) {
                client.world().burst().did(source, Deed.of(answer, Deed.Kind.MOVED, 0, client.name()));
            }
        }
    }

    private static List<Key> keys(Client client, List<Long> uids) {
        return uids.stream().map(uid -> new Key(client.box(), uid)).toList();
    }

    /** A passing mailbox may be gone; a lasting one takes everything that may be put into it. */
    private static Outcome outcome(Client client, Exchange answer, String name, Need... source) throws IOException {
        if (World.lasting(name)) {
            List<Need> needs = new ArrayList<>(List.of(source));
            needs.add(Need.of(client.world().validity(name), "li"));
            return client.judge(answer, needs.toArray(Need[]::new));
        }
        if (answer.ok() || answer.closed()) {
            return client.judge(answer, source);
        }
        return Outcome.REFUSED;
    }

    /** A UID above all before it, in a mailbox that the client may put messages into. */
    private static void arrived(Client client, Key key, Map<Long, Long> before, Exchange answer) {
        Floors floors = client.world().floors();
        floors.check(Floors.Kind.UIDNEXT, key.box(), key.uid(), before, answer.command());
        floors.check(Floors.Kind.UIDNEXT, key.box(), key.uid() + 1, Map.of(), answer.command());
        if (client.standing().may(Need.of(key.box(), "li"), answer.start(), answer.end()) == Sure.NO) {
            throw new Contradiction(answer.command() + " was done without the right i");
        }
    }

    private static Contradiction missing(String code, String command) {
        return new Contradiction(code + " missing in the answer to " + command);
    }
}
