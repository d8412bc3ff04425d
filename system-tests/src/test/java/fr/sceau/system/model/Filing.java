package fr.sceau.system.model;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** APPEND, COPY and MOVE, with what APPENDUID and COPYUID (RFC 4315) say of them. */
final class Filing {
    private static final long YEAR_SECONDS = 31_000_000;
    private static final Instant EARLIEST = Instant.parse("2025-01-01T00:00:00Z");

    private Filing() {}

    static void append(Client client) throws IOException {
        append(client, client.world().any(client.random()));
    }

    static void append(Client client, String name) throws IOException {
        Random random = client.random();
        Instant date = EARLIEST.plusSeconds((long) (random.nextDouble() * YEAR_SECONDS));
        String content = Letters.content(client.world().nextLetter(), random);
        Birth.Letter letter = new Birth.Letter(content, Flag.some(random), date);
        Map<Long, Long> floors = client.world().floors().of(Floors.Kind.UIDNEXT);
        String command = "APPEND " + name + " " + Flag.format(letter.flags()) + " \""
                + Fetched.DATE.format(date.atOffset(ZoneOffset.UTC)) + "\"";
        Exchange answer = client.followed(client.connection().send(command, content));
        if (done(answer, name)) {
            String[] words = answer.code("APPENDUID")
                    .orElseThrow(() -> missing("APPENDUID", command))
                    .split(" ");
            Key key = new Key(Long.parseLong(words[0]), Long.parseLong(words[1]));
            rise(client, key, floors, command);
            client.world().burst().born(Birth.appended(key, answer, letter, client.name()));
        }
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
        Exchange answer = client.ask(command + " " + name);
        if (done(answer, name) && answer.code("COPYUID").isPresent()) {
            String[] words = answer.code("COPYUID").get().split(" ");
            if (words[2].equals("*")) {
                client.world().excuses().note(Known.COPYUID_REPEATS); // nothing was left to copy
                return;
            }
            List<Long> from = from(client, Uids.parse(words[1]), positions, uids, byNumber);
            filed(client, answer, Long.parseLong(words[0]), from, Uids.parse(words[2]), floors);
        }
    }

    /** James repeats the set of the command: numbers where the command had numbers. */
    private static List<Long> from(
            Client client, List<Long> said, List<Integer> positions, List<Long> uids, boolean byNumber) {
        if (byNumber && said.equals(positions.stream().map(Integer::longValue).toList())) {
            client.world().excuses().note(Known.COPYUID_REPEATS);
            return uids;
        }
        return said;
    }

    private static void filed(
            Client client, Exchange answer, long target, List<Long> from, List<Long> to, Map<Long, Long> floors) {
        List<Key> sources = from.stream().map(uid -> new Key(client.box(), uid)).toList();
        boolean clear = from.size() == to.size();
        if (!clear) {
            client.world().excuses().note(Known.COPYUID_REPEATS); // some of the set were gone
        }
        for (int i = 0; i < to.size(); i++) {
            Key key = new Key(target, to.get(i));
            rise(client, key, floors, answer.command());
            List<Key> source = clear ? sources.subList(i, i + 1) : sources;
            client.world().burst().born(Birth.copied(key, answer, source, client.name()));
        }
        Deed.Kind kind = clear ? Deed.Kind.MOVED : Deed.Kind.PERHAPS_MOVED;
        if (answer.command().contains("MOVE")) {
            sources.forEach(key -> client.world().burst().did(key, Deed.of(answer, kind, 0, client.name())));
        }
    }

    /** A passing mailbox may be gone; a lasting one takes everything. */
    private static boolean done(Exchange answer, String name) {
        return World.lasting(name) ? answer.must().ok() : answer.ok();
    }

    private static void rise(Client client, Key key, Map<Long, Long> floors, String command) {
        client.world().floors().check(Floors.Kind.UIDNEXT, key.box(), key.uid(), floors, command);
        client.world().floors().check(Floors.Kind.UIDNEXT, key.box(), key.uid() + 1, Map.of(), command);
    }

    private static Contradiction missing(String code, String command) {
        return new Contradiction(code + " missing in the answer to " + command);
    }
}
