package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.index.Hash;
import java.util.Locale;

/** What tells which lines belong together, as a number: the case of letters does not count, as in the names of entries. */
final class Group {
    static final long NONE = 0;

    private Group() {}

    static long person(String idNatPs) {
        return of("person", idNatPs);
    }

    static long address(String address) {
        return of("address", address);
    }

    static long structure(String id) {
        return id.isEmpty() ? NONE : of("structure", id);
    }

    private static long of(String kind, String key) {
        return Hash.of(kind + "|" + key.toLowerCase(Locale.ROOT));
    }
}
