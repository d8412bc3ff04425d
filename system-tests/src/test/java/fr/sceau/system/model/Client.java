package fr.sceau.system.model;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A mail program that works at random. In one thread at a time. */
final class Client {
    private final String name;
    private final World world;
    private final Standing standing;
    private final List<Act> choice;
    private final Random random;
    private final Map<Long, Memory> memories = new HashMap<>();
    private final Set<Long> selected = new HashSet<>();
    private ImapConnection connection;
    private boolean qresync;
    private @Nullable View view;
    private boolean readOnly;
    private long box;
    private long modSeq;
    private long openedAt;
    private long asked;
    private long askedBefore;

    Client(String name, World world, Standing standing, Random random) throws IOException {
        this.name = name;
        this.world = world;
        this.standing = standing;
        this.choice = Act.choice(standing);
        this.random = random;
        this.connection = connect();
    }

    /** Some acts, one after the other. */
    void work(int acts) throws IOException {
        for (int i = 0; i < acts; i++) {
            if (view == null) {
                Opening.select(this);
            }
            choice.get(random.nextInt(choice.size())).of(this);
        }
    }

    /** A new session; in half of all cases one that speaks QRESYNC. */
    private ImapConnection connect() throws IOException {
        ImapConnection fresh = world.connect(name, standing);
        selected.clear();
        asked = askedBefore = System.nanoTime();
        qresync = random.nextBoolean();
        if (qresync) {
            fresh.must("ENABLE QRESYNC");
        }
        return fresh;
    }

    void reconnect() throws IOException {
        keep();
        connection.close();
        connection = connect();
    }

    /** Asks and follows the answer in its view. */
    Exchange ask(String command) throws IOException {
        return followed(connection.send(command));
    }

    Exchange followed(Exchange exchange) {
        askedBefore = asked;
        asked = exchange.start();
        if (view != null) {
            view.follow(exchange);
        }
        exchange.fetched().map(Fetched::of).forEach(answer -> answer.modSeq().ifPresent(number -> {
            saw(number);
            answer.uid()
                    .filter(uid -> view != null)
                    .ifPresent(uid -> world.burst().modSeqs().saw(new Key(box, uid), number));
        }));
        return exchange;
    }

    /** Asks what needs no more than that the open mailbox may be read. */
    Exchange read(String command) throws IOException {
        Exchange exchange = ask(command);
        judge(exchange, reading());
        return exchange;
    }

    /** Was the answer right, and what was done? A client whose session was closed is back afterwards. */
    Outcome judge(Exchange answer, Need... needs) throws IOException {
        Outcome outcome = Judge.of(answer, Sure.all(Stream.of(needs).map(need -> opened().may(need, answer))));
        if (!standing.owner()) {
            world.colleagues().note(outcome, answer.closed());
        }
        if (answer.closed()) {
            Judge.closing(standing, selected, askedBefore, answer);
            reconnect();
        } else if (working() && !answer.command().matches("(SELECT|EXAMINE) .*")) {
            Judge.silent(standing, box, answer);
        }
        return outcome;
    }

    Need reading() {
        return Need.of(box, "lr");
    }

    /** What it may do in the mailbox that it opened last. */
    Opened opened() {
        return new Opened(box, readOnly, standing);
    }

    private void saw(long number) {
        modSeq = random.nextInt(3) == 0 ? modSeq : Math.max(modSeq, number); // sometimes it works with an old number
    }

    void opened(long validity, boolean forReading, long highest, View fresh) {
        box = validity;
        readOnly = forReading;
        modSeq = highest;
        openedAt = highest;
        view = fresh;
    }

    /** SELECT was sent: the server may take the mailbox for open even where it says NO. */
    void selecting(long validity) {
        selected.add(validity);
    }

    /** Forgets the selected mailbox, but for what a later SELECT (QRESYNC) needs. */
    void keep() {
        if (view != null) {
            memories.put(box, new Memory(openedAt, List.copyOf(view.uids()), Map.copyOf(view.flags())));
        }
        view = null;
    }

    /** What it knows of a mailbox that it had open, where its HIGHESTMODSEQ was not 0. */
    Optional<Memory> memory(long validity) {
        return Optional.ofNullable(memories.get(validity)).filter(known -> known.modSeq() > 0);
    }

    View view() {
        if (view == null) {
            throw new IllegalStateException(name + " has no mailbox open");
        }
        return view;
    }

    boolean working() {
        return view != null;
    }

    String name() {
        return name;
    }

    World world() {
        return world;
    }

    Standing standing() {
        return standing;
    }

    Random random() {
        return random;
    }

    ImapConnection connection() {
        return connection;
    }

    boolean qresync() {
        return qresync;
    }

    long box() {
        return box;
    }

    long modSeq() {
        return modSeq;
    }

    void leave() throws IOException {
        connection.close();
    }
}
