package fr.sceau.directory.server.fetching;

import java.util.function.LongConsumer;

/** Follows downloads. */
@FunctionalInterface
public interface Steps {
    /**
     * One begins.
     *
     * @param total octets, less than zero when the server does not say
     * @return told how many are here
     */
    LongConsumer begins(String what, long total);
}
