package fr.sceau.system.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What one client knows of its selected mailbox: only what the server told it, by the rules of RFC 3501 and RFC 7162. */
final class View {
    private static final long UNKNOWN = 0;
    private static final String BY_NUMBER = "(FETCH|STORE|SEARCH) .*";

    private final String who;
    private final boolean qresync;
    private final List<Long> uids = new ArrayList<>();
    private final Map<Long, Integer> flags = new HashMap<>();

    View(String who, boolean qresync) {
        this.who = who;
        this.qresync = qresync;
    }

    int size() {
        return uids.size();
    }

    Map<Long, Integer> flags() {
        return flags;
    }

    boolean complete() {
        return !uids.contains(UNKNOWN);
    }

    List<Long> uids() {
        return uids;
    }

    /** Some of the positions whose UIDs are known, counted from 1. */
    List<Integer> somePositions(Random random) {
        List<Integer> chosen = new ArrayList<>();
        for (int tries = 1 + random.nextInt(3); tries > 0 && !uids.isEmpty(); tries--) {
            int position = 1 + random.nextInt(uids.size());
            if (uids.get(position - 1) != UNKNOWN && !chosen.contains(position)) {
                chosen.add(position);
            }
        }
        return chosen.stream().sorted().toList();
    }

    /** Their UIDs. */
    List<Long> someUids(Random random) {
        return somePositions(random).stream().map(this::uid).toList();
    }

    long uid(int position) {
        return uids.get(position - 1);
    }

    void forgetFlags(Collection<Long> some) {
        flags.keySet().removeAll(some);
    }

    /** Follows an answer, line by line. */
    void follow(Exchange exchange) {
        for (Line line : exchange.lines()) {
            if (line.counts("EXISTS")) {
                exists(line.number());
            } else if (line.counts("EXPUNGE")) {
                expunged(line.number(), exchange.command());
            } else if (line.is("VANISHED")) {
                vanished(line, exchange.command());
            } else if (line.counts("FETCH")) {
                fetched(Fetched.of(line), line.text());
            }
        }
    }

    /** After SELECT (QRESYNC): what it knew, what vanished and what was fetched make up all there is (RFC 7162 3.2.5). */
    void resume(Memory memory, Exchange answer) {
        if (!memory.complete()) {
            return;
        }
        Set<Long> present = new TreeSet<>(memory.uids());
        answer.lines().stream().filter(line -> line.is("VANISHED")).forEach(line -> Uids.parse(line.word(2))
                .forEach(present::remove));
        answer.fetched().map(Fetched::of).forEach(fetched -> fetched.uid().ifPresent(present::add));
        check(present.size() == uids.size(), uids.size() + " EXISTS, but kept and heard of " + present);
        int position = 0;
        for (long uid : present) {
            learn(++position, uid);
            Optional.ofNullable(memory.flags().get(uid)).ifPresent(kept -> flags.putIfAbsent(uid, kept));
        }
    }

    private void exists(int count) {
        check(count >= uids.size(), "EXISTS " + count + " after " + uids.size() + " without EXPUNGE");
        while (uids.size() < count) {
            uids.add(UNKNOWN);
        }
    }

    private void expunged(int position, String command) {
        check(!qresync, "EXPUNGE after ENABLE QRESYNC"); // RFC 7162 3.2.10
        check(!command.matches(BY_NUMBER), "EXPUNGE during " + command); // RFC 3501 7.4.1
        check(position >= 1 && position <= uids.size(), "EXPUNGE " + position + " of " + uids.size());
        flags.remove(uids.remove(position - 1));
    }

    private void vanished(Line line, String command) {
        check(qresync, "VANISHED without ENABLE QRESYNC");
        boolean earlier = line.words().get(1) instanceof List<?>;
        check(earlier || !command.matches(BY_NUMBER), "VANISHED during " + command); // RFC 7162 3.2.10
        for (long uid : Uids.parse(line.word(earlier ? 2 : 1))) {
            check(!earlier || !uids.contains(uid), "VANISHED (EARLIER) " + uid + ", which is still there to it");
            check(earlier || forget(uid), "VANISHED " + uid + ", which it never knew");
        }
    }

    private boolean forget(long uid) {
        flags.remove(uid);
        if (uids.remove(uid)) {
            return true;
        }
        int below = (int) uids.stream().takeWhile(known -> known < uid).count(); // unknown ones are 0: not above
        int slot = uids.subList(0, below).lastIndexOf(UNKNOWN);
        boolean fits = slot >= 0 && uids.subList(slot, below).stream().allMatch(known -> known == UNKNOWN);
        if (fits) {
            uids.remove(slot);
        }
        return fits;
    }

    private void fetched(Fetched answer, String text) {
        int position = answer.position();
        check(position >= 1 && position <= uids.size(), "FETCH of " + position + " of " + uids.size() + ": " + text);
        answer.uid().ifPresent(uid -> learn(position, uid));
        boolean whole = answer.flags().isEmpty()
                || answer.uid().isPresent() && answer.modSeq().isPresent();
        check(!qresync || whole, "flags without UID and MODSEQ after ENABLE QRESYNC: " + text); // RFC 7162 3.2.4
        long uid = uids.get(position - 1);
        if (uid != UNKNOWN) {
            answer.flags().ifPresent(now -> flags.put(uid, now));
        }
    }

    private void learn(int position, long uid) {
        long known = uids.get(position - 1);
        check(known == UNKNOWN || known == uid, "position " + position + " was UID " + known + ", is now " + uid);
        uids.set(position - 1, uid);
        long last = UNKNOWN;
        for (long next : uids) {
            check(next == UNKNOWN || next > last, "UIDs do not ascend: " + last + " before " + next);
            last = next == UNKNOWN ? last : next;
        }
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            throw new Contradiction(who + " was told " + what);
        }
    }
}
