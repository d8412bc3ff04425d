package fr.sceau.smime.header;

import fr.sceau.smime.mime.AddressList;
import fr.sceau.smime.mime.Header;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a message went against where its header says. With the fields that a signature covers ({@link ProtectedHeader}),
 * somebody who turned a signed message to another reader shows here. Establishes no intent: a blind copy, a list and a
 * message in several parts differ as well.
 *
 * @param unannounced got it, but stand in neither To nor Cc
 * @param absent stand in To or Cc, but this copy did not go to them
 * @param readable whether the header names recipients, and clearly; if not, the other two are of those understood
 */
public record Routing(List<String> unannounced, List<String> absent, boolean readable) {
    public Routing {
        unannounced = List.copyOf(unannounced);
        absent = List.copyOf(absent);
    }

    /** @param envelope SMTP recipients */
    public static Routing compare(Collection<String> envelope, Header signed) {
        List<AddressList> named = Stream.of("To", "Cc")
                .flatMap(name -> signed.values(name).stream())
                .map(AddressList::of)
                .toList();
        Set<String> announced =
                named.stream().flatMap(list -> list.addresses().stream()).collect(Collectors.toSet());
        Set<String> reached = envelope.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new Routing(
                without(reached, announced),
                without(announced, reached),
                signed.wellFormed() && !announced.isEmpty() && named.stream().allMatch(AddressList::readable));
    }

    private static List<String> without(Set<String> some, Set<String> others) {
        return some.stream().filter(one -> !others.contains(one)).sorted().toList();
    }

    /** Who got it though the header clearly names others. Nobody where it names nobody: « undisclosed-recipients:; ». */
    public List<String> leftOut() {
        return readable ? unannounced : List.of();
    }

    /** Everybody who got it was named. */
    public boolean asAnnounced() {
        return readable && unannounced.isEmpty();
    }
}
