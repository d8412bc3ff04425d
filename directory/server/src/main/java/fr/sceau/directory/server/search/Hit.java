package fr.sceau.directory.server.search;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An entry that was found, and where it comes among the others. */
public record Hit(Entry entry, Rank rank) {
    /** Two answers as one, in order; of equal rank those of the first come first. */
    public static List<Hit> merged(List<Hit> first, List<Hit> second, int most) {
        List<Hit> all = new ArrayList<>(first);
        all.addAll(second);
        all.sort(Comparator.comparing(Hit::rank));
        return List.copyOf(all.subList(0, Math.min(all.size(), most)));
    }
}
