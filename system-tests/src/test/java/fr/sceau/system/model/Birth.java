package fr.sceau.system.model;

import java.time.Instant;
import java.util.Optional;

/**
 * How a message came into a mailbox, by the server's own word (APPENDUID, COPYUID).
 *
 * @param letter of an APPEND
 * @param source of a COPY or MOVE
 */
record Birth(Key key, long start, long end, Optional<Letter> letter, Optional<Key> source, String who) {
    /**
     * What an APPEND brought.
     *
     * @param content the octets, one a character
     */
    record Letter(String content, int flags, Instant date) {}

    static Birth appended(Key key, Exchange exchange, Letter letter, String who) {
        return new Birth(key, exchange.start(), exchange.end(), Optional.of(letter), Optional.empty(), who);
    }

    static Birth copied(Key key, Exchange exchange, Key source, String who) {
        return new Birth(key, exchange.start(), exchange.end(), Optional.empty(), Optional.of(source), who);
    }
}
