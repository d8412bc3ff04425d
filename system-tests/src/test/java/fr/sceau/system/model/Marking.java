package fr.sceau.system.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** STORE in its variants, EXPUNGE and UID EXPUNGE. */
final class Marking {
    private static final Deed.Kind[] KINDS = {Deed.Kind.ADD, Deed.Kind.ADD, Deed.Kind.REMOVE, Deed.Kind.REPLACE};

    private static final Pattern SINCE = Pattern.compile("UNCHANGEDSINCE (\\d+)");

    private Marking() {}

    static void store(Client client) throws IOException {
        Random random = client.random();
        boolean byNumber = random.nextInt(4) == 0;
        List<Integer> positions = client.view().somePositions(random);
        if (positions.isEmpty()) {
            return;
        }
        List<Long> uids =
                new ArrayList<>(positions.stream().map(client.view()::uid).toList());
        Deed.Kind kind = KINDS[random.nextInt(KINDS.length)];
        int some = Flag.some(random);
        int flags = kind != Deed.Kind.REPLACE && some == 0 ? Flag.SEEN : some;
        boolean silent = random.nextInt(3) == 0;
        boolean conditional = random.nextInt(4) == 0;
        String command = (byNumber ? "STORE " + Uids.format(positions) : "UID STORE " + Uids.format(uids))
                + (conditional ? " (UNCHANGEDSINCE " + Math.max(1, client.modSeq()) + ") " : " ")
                + sign(kind) + "FLAGS" + (silent ? ".SILENT " : " ") + Flag.format(flags);
        Exchange answer = client.ask(command);
        List<Long> refused = refused(client, answer, byNumber, positions, uids);
        if (silent) {
            client.view().forgetFlags(uids); // others may have changed them, too: only the server knows
        }
        uids.removeAll(refused);
        stored(client, answer, uids, kind, flags);
    }

    private static void stored(Client client, Exchange answer, List<Long> uids, Deed.Kind kind, int flags)
            throws IOException {
        long box = client.box();
        Need need = FlagRight.need(box, kind, flags);
        Set<Integer> set =
                kind == Deed.Kind.REPLACE ? Set.of(flags) : client.opened().permitted(flags, answer);
        boolean nothingAsked = answer.ok() && answer.command().contains("UNCHANGEDSINCE"); // perhaps: all were changed
        Outcome outcome = client.judge(answer, nothingAsked ? client.reading() : need);
        if (nothingAsked) {
            outcome = client.opened().may(need, answer).outcome();
        }
        if (outcome != Outcome.REFUSED) {
            Deed deed = Deed.of(answer, kind, set, client.name()).when(outcome);
            uids.forEach(uid -> client.world().burst().did(new Key(box, uid), deed));
        }
        saw(client, answer, uids);
        leapt(client, box, answer, uids);
    }

    private static void leapt(Client client, long box, Exchange answer, List<Long> uids) {
        Matcher since = SINCE.matcher(answer.command());
        if (!answer.ok() || !since.find()) {
            return;
        }
        ModSeqs modSeqs = client.world().burst().modSeqs();
        long from = Long.parseLong(since.group(1));
        for (long uid : uids) {
            answer.fetched()
                    .map(Fetched::of)
                    .filter(fetched -> fetched.uid().filter(told -> told == uid).isPresent())
                    .findFirst()
                    .flatMap(Fetched::modSeq)
                    .ifPresent(to -> modSeqs.leapt(new Key(box, uid), from, to, answer.command()));
        }
    }

    private static String sign(Deed.Kind kind) {
        return kind == Deed.Kind.ADD ? "+" : kind == Deed.Kind.REMOVE ? "-" : "";
    }

    /** MODIFIED (RFC 7162 3.1.3): those that somebody changed meanwhile. */
    private static List<Long> refused(
            Client client, Exchange answer, boolean byNumber, List<Integer> positions, List<Long> uids) {
        Optional<String> set = answer.code("MODIFIED");
        return set.map(Uids::parse).orElse(List.of()).stream()
                .map(number -> byNumber ? uids.get(positions.indexOf(number.intValue())) : number)
                .toList();
    }

    /** The answer to a command tells flags of its messages as they were while it ran, where it tells them once. */
    static void saw(Client client, Exchange answer, List<Long> uids) {
        Map<Long, List<Integer>> told = new HashMap<>();
        answer.fetched().map(Fetched::of).forEach(fetched -> fetched.uid()
                .ifPresent(uid -> fetched.flags().ifPresent(flags -> told.computeIfAbsent(uid, key -> new ArrayList<>())
                        .add(flags))));
        for (long uid : uids) {
            List<Integer> flags = told.getOrDefault(uid, List.of());
            if (flags.size() == 1) {
                Deed seen = Deed.of(answer, Deed.Kind.SEEN, flags.get(0), client.name());
                client.world().burst().did(new Key(client.box(), uid), seen);
            }
        }
    }

    static void uidExpunge(Client client) throws IOException {
        List<Long> uids = client.view().someUids(client.random());
        if (uids.isEmpty()) {
            return;
        }
        long box = client.box();
        Exchange answer = client.ask("UID EXPUNGE " + Uids.format(uids));
        Outcome outcome = client.judge(answer, Need.of(box, "lre"));
        if (outcome != Outcome.REFUSED) {
            Deed deed = Deed.of(answer, Deed.Kind.EXPUNGE, 0, client.name()).when(outcome);
            uids.forEach(uid -> client.world().burst().did(new Key(box, uid), deed));
        }
    }

    static void expunge(Client client) throws IOException {
        long box = client.box();
        Exchange answer = client.ask("EXPUNGE");
        Outcome outcome = client.judge(answer, Need.of(box, "lre"));
        if (outcome != Outcome.REFUSED) {
            Deed deed = Deed.of(answer, Deed.Kind.EXPUNGE, 0, client.name());
            client.world().burst().expunged(box, deed.when(outcome));
        }
    }
}
