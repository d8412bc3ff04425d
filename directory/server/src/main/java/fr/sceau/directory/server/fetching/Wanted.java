package fr.sceau.directory.server.fetching;

import java.util.List;

/**
 * An extraction that is followed.
 *
 * @param prefix how its name begins, before the date
 * @param addresses where it is, the best first
 */
record Wanted(String prefix, List<Address> addresses) {
    Wanted {
        addresses = List.copyOf(addresses);
    }
}
