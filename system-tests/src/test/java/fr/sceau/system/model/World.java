package fr.sceau.system.model;

import fr.sceau.demo.world.Cast;
import fr.sceau.demo.world.Logins.Login;
import fr.sceau.system.installation.TestSceau;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What all clients share: the account, the names of its mailboxes, what is noted. Safe for several threads. */
final class World {
    private final TestSceau sceau;
    private final Login login;
    private final String owner;
    private final String prefix;
    private final Transcript transcript = new Transcript();
    private final Floors floors = new Floors();
    private final Tally colleagues = new Tally();
    private final AtomicLong letters = new AtomicLong();
    private final Map<String, Long> names = new TreeMap<>();
    private final Set<Long> validities = new HashSet<>();
    private final Map<Long, Box> boxes = new ConcurrentHashMap<>();
    private final Grants grants = new Grants();
    private volatile Burst burst = new Burst();

    World(TestSceau sceau, String address, long seed) {
        this.sceau = sceau;
        this.owner = address;
        this.login = sceau.logins().forMailbox(address);
        this.prefix = "modele-" + seed + "-";
    }

    /** A session of the owner. */
    ImapConnection connect(String who) throws IOException {
        return connect(who, new Standing.Owner());
    }

    ImapConnection connect(String who, Standing standing) throws IOException {
        Login as = standing.owner() ? login : sceau.logins().forMailbox(colleague());
        return ImapConnection.open(sceau, as, who, transcript);
    }

    Transcript transcript() {
        return transcript;
    }

    /** What came of the colleague's commands. */
    Tally colleagues() {
        return colleagues;
    }

    Floors floors() {
        return floors;
    }

    Burst burst() {
        return burst;
    }

    /** A new burst; what the last one noted. */
    Burst settle() {
        Burst done = burst;
        burst = new Burst();
        return done;
    }

    Map<Long, Box> boxes() {
        return boxes;
    }

    String prefix() {
        return prefix;
    }

    /** Who is granted rights. */
    String colleague() {
        return Cast.PAUL;
    }

    Standing colleagueStanding() {
        return new Standing.Colleague(owner, grants);
    }

    Grants grants() {
        return grants;
    }

    long nextLetter() {
        return letters.incrementAndGet();
    }

    /** A mailbox was created and the server gave it that UIDVALIDITY (RFC 3501 2.3.1.1: never one it had before). */
    synchronized void created(String name, long validity) {
        if (!validities.add(validity)) {
            throw new Contradiction("UIDVALIDITY " + validity + " given again, to " + name);
        }
        boxes.put(validity, Box.empty(validity));
        names.put(name, validity);
    }

    synchronized void deleted(String name) {
        Long validity = names.remove(name);
        if (validity != null) {
            boxes.remove(validity);
        }
    }

    synchronized void renamed(String from, String to) {
        Long validity = names.remove(from);
        if (validity == null) {
            throw new IllegalStateException("no mailbox " + from);
        }
        names.put(to, validity);
    }

    synchronized long validity(String name) {
        Long validity = names.get(name);
        if (validity == null) {
            throw new IllegalStateException("no mailbox " + name);
        }
        return validity;
    }

    synchronized Map<String, Long> names() {
        return new TreeMap<>(names);
    }

    /** A mailbox that is never deleted nor renamed. */
    synchronized String anyLasting(Random random) {
        List<String> lasting = names.keySet().stream().filter(World::lasting).toList();
        return lasting.get(random.nextInt(lasting.size()));
    }

    /** Any mailbox; a passing one may be gone by the time it is used. */
    synchronized String any(Random random) {
        List<String> all = new ArrayList<>(names.keySet());
        return random.nextInt(4) > 0 ? anyLasting(random) : all.get(random.nextInt(all.size()));
    }

    String lastingName(int number) {
        return prefix + "garde" + number;
    }

    String passingName(String owner, int number) {
        return prefix + "passe-" + owner + "-" + number;
    }

    static boolean lasting(String name) {
        return name.contains("garde");
    }
}
