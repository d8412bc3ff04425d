package fr.sceau.directory.server.publishing;

import fr.sceau.directory.server.publishing.Publication.Key;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.Quarantine;
import fr.sceau.directory.server.registry.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the operator's table says. */
final class House {
    private final Map<String, List<Mailbox>> lines;
    private final Set<String> redListed = new TreeSet<>();
    private final Map<String, String> obstacles = new TreeMap<>();
    private final Map<Key, Publication> wanted = new LinkedHashMap<>();
    private final List<Quarantine.Line> unread;

    House(Table<Mailbox> table) {
        this.lines = table.rows().stream()
                .collect(Collectors.groupingBy(Mailbox::address, TreeMap::new, Collectors.toList()));
        this.unread = table.quarantine().lines();
        lines.forEach(this::read);
    }

    private void read(String address, List<Mailbox> mailbox) {
        Optional<String> obstacle = Rules.obstacle(mailbox);
        if (mailbox.stream().anyMatch(line -> line.declared().redListed())) {
            redListed.add(address);
        } else if (obstacle.isPresent()) {
            obstacles.put(address, obstacle.get());
        } else {
            mailbox.stream().map(Publication::of).forEach(one -> wanted.putIfAbsent(one.key(), one));
        }
    }

    boolean names(String address) {
        return lines.containsKey(address);
    }

    /** The type that an address is to be published with. */
    Optional<String> type(String address) {
        return Optional.ofNullable(lines.get(address))
                .map(mailbox -> mailbox.get(0).type());
    }

    Set<String> redListed() {
        return redListed;
    }

    /** Why an address cannot be published. */
    Map<String, String> obstacles() {
        return obstacles;
    }

    /** What is to be published. */
    Map<Key, Publication> wanted() {
        return wanted;
    }

    /** The lines that nobody understands: what they name may seem to be gone. */
    List<Quarantine.Line> unread() {
        return unread;
    }

    /** {@code address : advice}. */
    List<String> advice() {
        List<String> advice = new ArrayList<>();
        lines.forEach((address, mailbox) -> mailbox.stream()
                .flatMap(line -> Rules.advice(line).stream())
                .distinct()
                .forEach(one -> advice.add(address + " : " + one)));
        List<Publication> all = List.copyOf(wanted.values());
        all.stream()
                .filter(one -> all.stream().anyMatch(other -> Rules.isSameRank(one, other)))
                .forEach(one -> advice.add(one.address() + " : rank : une autre boîte du même titulaire a ce rang"));
        return advice;
    }
}
