package fr.sceau.store.delivery;

import java.util.List;
import java.util.Set;

/**
 * What became of one attempt at a delivery.
 *
 * @param arrivals where the message is now that was not there before this attempt
 * @param again where an earlier attempt has put it and it still is: that attempt may not have lived to tell anybody
 * @param before owners who had got it by an earlier attempt, whatever they have done with it since
 * @param full owners who did not get it because their quota is exhausted
 */
public record Delivered(List<Arrival> arrivals, List<Arrival> again, Set<String> before, Set<String> full) {
    public Delivered {
        arrivals = List.copyOf(arrivals);
        again = List.copyOf(again);
        before = Set.copyOf(before);
        full = Set.copyOf(full);
    }
}
