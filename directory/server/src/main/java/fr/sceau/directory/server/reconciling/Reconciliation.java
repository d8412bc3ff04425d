package fr.sceau.directory.server.reconciling;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.index.Country;
import fr.sceau.directory.server.reconciling.Difference.Kind;
import fr.sceau.directory.server.registry.Mailbox;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The mailboxes of the house beside those that the country knows in the same domains. */
public final class Reconciliation {
    /** Of the four kinds of mailboxes those that extractions name. */
    private static final Set<String> PUBLISHED = Set.of("PER", "ORG");

    private static final String NAME = "mail=";

    private final Map<String, List<Mailbox>> own;
    private final Map<String, Entry> published = new TreeMap<>();

    private Reconciliation(Collection<Mailbox> own) {
        this.own = own.stream().collect(Collectors.groupingBy(Mailbox::address, TreeMap::new, Collectors.toList()));
    }

    /** By address. Domains are those of the house's own table: what it has no mailbox in is not its concern. */
    public static List<Difference> between(Collection<Mailbox> own, Country country) {
        Reconciliation reconciliation = new Reconciliation(own);
        reconciliation.gather(country);
        return reconciliation.differences();
    }

    private void gather(Country country) {
        Set<String> domains = own.keySet().stream().map(Reconciliation::domain).collect(Collectors.toSet());
        country.each(name -> name.startsWith(NAME) && domains.contains(domain(first(name))), entry -> {
            if ("actif".equals(entry.getAttributeValue("asStatut"))) {
                published.put(entry.getAttributeValue("mail"), entry);
            }
        });
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String first(String name) {
        return name.substring(0, name.indexOf(','));
    }

    private List<Difference> differences() {
        Set<String> all = new TreeSet<>(own.keySet());
        all.addAll(published.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String address : all) {
            Optional.ofNullable(published.get(address))
                    .map(entry -> compare(own.getOrDefault(address, List.of()), entry))
                    .orElseGet(() -> absent(own.getOrDefault(address, List.of())))
                    .ifPresent(kind -> differences.add(new Difference(address, kind)));
        }
        return differences;
    }

    private static Optional<Kind> absent(List<Mailbox> ours) {
        return Optional.of(Kind.NOT_PUBLISHED).filter(kind -> ours.stream()
                .filter(mailbox -> !mailbox.declared().redListed())
                .map(Mailbox::type)
                .anyMatch(PUBLISHED::contains));
    }

    /** The gravest. */
    private static Optional<Kind> compare(List<Mailbox> ours, Entry entry) {
        if (ours.isEmpty()) {
            return Optional.of(Kind.NOT_OURS);
        }
        if (ours.stream().anyMatch(mailbox -> mailbox.declared().redListed())) {
            return Optional.of(Kind.RED_LISTED);
        }
        if (!same(ours, mailbox -> mailbox.idNatPs().orElse(""), entry, "asIdNatPS")) {
            return Optional.of(Kind.OTHER_HOLDER);
        }
        if (!same(ours, Mailbox::type, entry, "asTypeBAL")) {
            return Optional.of(Kind.OTHER_TYPE);
        }
        return same(ours, Mailbox::structure, entry, "asIdStruct")
                ? Optional.empty()
                : Optional.of(Kind.OTHER_STRUCTURE);
    }

    private static boolean same(List<Mailbox> ours, Function<Mailbox, String> part, Entry entry, String attribute) {
        Set<String> theirs = entry.hasAttribute(attribute) ? Set.of(entry.getAttributeValues(attribute)) : Set.of();
        return ours.stream()
                .map(part)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toSet())
                .equals(theirs);
    }
}
