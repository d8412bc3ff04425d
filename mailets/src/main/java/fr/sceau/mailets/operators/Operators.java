package fr.sceau.mailets.operators;

import fr.sceau.mailets.config.MailetsConfiguration;
import fr.sceau.mailets.config.TabFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.inject.Singleton;

/** The table of {@code conf/operators.tsv}: which domains belong to the trust space and who may speak for them. */
@Singleton
public final class Operators {
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");

    private record Entry(String domain, DistinguishedName name, Optional<Gateway> gateway) {}

    private final Map<String, List<Entry>> byDomain;

    @Inject
    public Operators(MailetsConfiguration configuration) {
        this(table(configuration.operatorsFile()));
    }

    private Operators(Map<String, List<Entry>> byDomain) {
        this.byDomain = Map.copyOf(byDomain);
    }

    /** Reads the table; a domain may stand on several lines, one for each certificate. */
    public static Operators read(Path file) {
        return new Operators(table(file));
    }

    private static Map<String, List<Entry>> table(Path file) {
        Map<String, List<Entry>> byDomain = new HashMap<>();
        for (TabFile.Row row : new TabFile(file).rows(2, 3)) {
            Entry entry = entry(row);
            byDomain.computeIfAbsent(entry.domain(), domain -> new ArrayList<>())
                    .add(entry);
        }
        return byDomain;
    }

    /** Whether mail may go to this domain at all. */
    public boolean isListed(String domain) {
        return byDomain.containsKey(domain.toLowerCase(Locale.ROOT));
    }

    /** The domains for which the holder of this name may speak, sorted; empty for a stranger. */
    public Set<String> domainsOf(DistinguishedName name) {
        return byDomain.values().stream()
                .flatMap(List::stream)
                .filter(entry -> entry.name().equals(name))
                .map(Entry::domain)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where to hand over mail for this domain, when the table says so. */
    public Optional<Gateway> gateway(String domain) {
        return byDomain.getOrDefault(domain.toLowerCase(Locale.ROOT), List.of()).stream()
                .flatMap(entry -> entry.gateway().stream())
                .findFirst();
    }

    /** Every gateway of the table, each once. */
    public Set<Gateway> gateways() {
        return byDomain.values().stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry.gateway().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Entry entry(TabFile.Row row) {
        String domain = row.column(0).toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(domain).matches()) {
            throw row.fault("« " + domain + " » n'est pas un domaine");
        }
        return new Entry(domain, name(row), gateway(row));
    }

    private static DistinguishedName name(TabFile.Row row) {
        try {
            return DistinguishedName.parse(row.column(1));
        } catch (IllegalArgumentException e) {
            throw row.fault("le nom du certificat (DN) est illisible");
        }
    }

    private static Optional<Gateway> gateway(TabFile.Row row) {
        if (row.size() < 3) {
            return Optional.empty();
        }
        return Optional.of(
                Gateway.parse(row.column(2)).orElseThrow(() -> row.fault("la passerelle s'écrit « hôte:port »")));
    }
}
