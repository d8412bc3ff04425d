package fr.sceau.system.model;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A mail program that works at random. In one thread at a time. */
final class Client {
    private static final List<Act> CHOICE = List.of(Act.values()).stream()
            .flatMap(act -> IntStream.range(0, act.weight()).mapToObj(times -> act))
            .toList();

    private final String name;
    private final World world;
    private final Random random;
    private final Map<Long, Long> memories = new HashMap<>();
    private ImapConnection connection;
    private boolean qresync;
    private @Nullable View view;
    private long box;
    private long modSeq;
    private long openedAt;

    Client(String name, World world, Random random) throws IOException {
        this.name = name;
        this.world = world;
        this.random = random;
        this.connection = connect();
    }

    /** Some acts, one after the other. */
    void work(int acts) throws IOException {
        for (int i = 0; i < acts; i++) {
            if (view == null) {
                Opening.select(this);
            }
            CHOICE.get(random.nextInt(CHOICE.size())).of(this);
        }
    }

    /** A new session; in half of all cases one that speaks QRESYNC. */
    private ImapConnection connect() throws IOException {
        ImapConnection fresh = world.connect(name);
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
        Exchange exchange = connection.send(command);
        return followed(exchange);
    }

    /** Asks what has to succeed. */
    Exchange must(String command) throws IOException {
        return world.excuses().must(ask(command));
    }

    Exchange followed(Exchange exchange) {
        if (view != null) {
            view.follow(exchange);
        }
        exchange.fetched().map(Fetched::of).forEach(answer -> answer.modSeq().ifPresent(this::saw));
        return exchange;
    }

    private void saw(long number) {
        modSeq = random.nextInt(3) == 0 ? modSeq : Math.max(modSeq, number); // sometimes it works with an old number
    }

    void opened(long validity, long highest, View fresh) {
        box = validity;
        modSeq = highest;
        openedAt = highest;
        view = fresh;
    }

    /** Forgets the selected mailbox, but for what a later SELECT (QRESYNC) needs. */
    void keep() {
        if (view != null) {
            memories.put(box, openedAt);
        }
        view = null;
    }

    /** HIGHESTMODSEQ of a mailbox when it opened it last, where it was not 0. */
    Optional<Long> memory(long validity) {
        return Optional.ofNullable(memories.get(validity)).filter(known -> known > 0);
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

    /** Some messages that it knows, by UID; may be none. */
    List<Long> someUids() {
        return view().somePositions(random).stream().map(view()::uid).collect(Collectors.toList());
    }

    String name() {
        return name;
    }

    World world() {
        return world;
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
