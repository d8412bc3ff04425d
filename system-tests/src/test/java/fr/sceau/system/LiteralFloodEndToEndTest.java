package fr.sceau.system;

import static org.assertj.core.api.Assertions.assertThat;

import fr.sceau.system.installation.Heap;
import fr.sceau.system.installation.TestSceau;
import fr.sceau.system.talk.Flood;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that announce far more than they may before they log in (CVE-2024-37358 and its neighbours). */
final class LiteralFloodEndToEndTest {
    private static final int CLIENTS = 50;
    private static final long MEGABYTES_10 = 10L << 20;
    /** What a server may read before it says no: far below the 200 MB announced. */
    private static final long BYTES_AT_MOST = 4L << 20;

    private final TestSceau sceau = TestSceau.shared();

    @BeforeAll
    static void peers() {
        Peers.need();
    }

    @Test
    void fifty_clients_are_refused_at_once_and_leave_no_memory_behind() {
        Heap heap = new Heap(sceau.james().pid());
        flood(2); // classes that only this meets are loaded
        long before = heap.usedAfterCollection();
        List<Long> accepted = flood(CLIENTS);
        long after = heap.usedAfterCollection();
        System.out.printf(
                "Tas de la messagerie après GC : %d ko avant, %d ko après ; octets lus d'un client : au plus %d%n",
                before >> 10,
                after >> 10,
                accepted.stream().mapToLong(Long::longValue).max().orElse(0));
        assertThat(accepted).allMatch(bytes -> bytes <= BYTES_AT_MOST);
        assertThat(after - before).isLessThan(MEGABYTES_10);
    }

    private List<Long> flood(int clients) {
        Flood flood = new Flood(sceau.port("imaps.port"), sceau.client());
        return IntStream.range(0, clients)
                .parallel()
                .mapToObj(client -> flood.send(Flood.Kind.values()[client % Flood.Kind.values().length]))
                .toList();
    }
}
