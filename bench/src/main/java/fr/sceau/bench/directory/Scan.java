package fr.sceau.bench.directory;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every question held against every entry, one after the other: what the answers should have been. */
final class Scan {
    private final Map<String, List<Truth>> byKey = new HashMap<>();
    private final Map<Base, List<Truth>> others = new EnumMap<>(Base.class);

    Scan(Collection<Truth> truths) {
        for (Truth truth : truths) {
            if (truth.question().kind().isByKey()) {
                Rule.Item only = truth.rule().items().get(0);
                byKey.computeIfAbsent(key(only.attribute(), only.parts().get(0)), key -> new ArrayList<>())
                        .add(truth);
            } else {
                others.computeIfAbsent(truth.question().base(), base -> new ArrayList<>())
                        .add(truth);
            }
        }
    }

    private static String key(String attribute, String value) {
        return attribute + '=' + value;
    }

    void look(Entry entry) {
        FoldedEntry folded = new FoldedEntry(entry);
        for (String attribute : FoldedEntry.ASKED) {
            for (String value : folded.values(attribute)) {
                byKey.getOrDefault(key(attribute, value), List.of()).forEach(truth -> truth.look(folded));
            }
        }
        others.forEach((base, truths) -> {
            if (folded.isBelow(base)) {
                truths.forEach(truth -> truth.look(folded));
            }
        });
    }
}
