package fr.sceau.system.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a message came into a mailbox, by the server's own word (APPENDUID, COPYUID).
 *
 * @param letter of an APPEND
 * @param sources of a COPY or MOVE: the one message that it was
 * @param kept flags that it may have brought along, where its source had them: every set of them that is possible
 */
record Birth(Key key, long start, long end, Optional<Letter> letter, List<Key> sources, Set<Integer> kept, String who) {
    /**
     * What an APPEND brought.
     *
     * @param content the octets, one a character
     * @param flags every set of them with which it may have come
     */
    record Letter(String content, Set<Integer> flags, Instant date) {}

    static Birth appended(Key key, Exchange exchange, Letter letter, String who) {
        return new Birth(key, exchange.start(), exchange.end(), Optional.of(letter), List.of(), Set.of(), who);
    }

    /** The same under its UID, where the answer did not tell it. */
    Birth at(Key found) {
        return new Birth(found, start, end, letter, sources, kept, who);
    }

    static Birth copied(Key key, Exchange exchange, Key source, Set<Integer> kept, String who) {
        return new Birth(key, exchange.start(), exchange.end(), Optional.empty(), List.of(source), kept, who);
    }
}
