package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An entry of the export with its values folded once for all questions. */
final class FoldedEntry {
    /** What questions ask for. */
    static final Set<String> ASKED =
            Set.of("mail", "employeeNumber", "asFiness", "cn", "sn", "givenName", "title", "l");

    private final String name;
    private final String lowerName;
    private final Map<String, List<String>> values = new HashMap<>();

    FoldedEntry(Entry entry) {
        this.name = entry.getDN();
        this.lowerName = name.toLowerCase(Locale.ROOT);
        for (Attribute attribute : entry.getAttributes()) {
            if (ASKED.contains(attribute.getName())) {
                values.put(attribute.getName(), folded(attribute));
            }
        }
    }

    private static List<String> folded(Attribute attribute) {
        return Stream.of(attribute.getValues())
                .map(value -> Folding.of(attribute.getName(), value))
                .distinct()
                .toList();
    }

    String name() {
        return name;
    }

    List<String> values(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    boolean isBelow(Base base) {
        return lowerName.endsWith(base.dn());
    }
}
