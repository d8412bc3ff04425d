package fr.sceau.system.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How a message came into a mailbox, by the server's own word (APPENDUID, COPYUID).
 *
 * @param letter of an APPEND
 * @param sources of a COPY or MOVE: one; several where James leaves open which it was ({@link Known#COPYUID_REPEATS})
 */
record Birth(Key key, long start, long end, Optional<Letter> letter, List<Key> sources, String who) {
    /**
     * What an APPEND brought.
     *
     * @param content the octets, one a character
     */
    record Letter(String content, int flags, Instant date) {}

    static Birth appended(Key key, Exchange exchange, Letter letter, String who) {
        return new Birth(key, exchange.start(), exchange.end(), Optional.of(letter), List.of(), who);
    }

    static Birth copied(Key key, Exchange exchange, List<Key> sources, String who) {
        return new Birth(key, exchange.start(), exchange.end(), Optional.empty(), sources, who);
    }
}
