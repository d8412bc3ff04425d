package fr.sceau.directory.server.entries;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the attributes of an entry; empty values and repetitions are left out. */
final class EntryDraft {
    private final DN dn;
    private final Map<String, Set<String>> attributes = new LinkedHashMap<>();

    /** An entry named by one attribute below a parent; the SDK escapes the value (RFC 4514 2.4). */
    EntryDraft(String attribute, String value, DN parent, String... objectClasses) {
        this.dn = new DN(new RDN(attribute, value), parent);
        add("objectClass", List.of(objectClasses));
        add(attribute, value);
    }

    EntryDraft add(String attribute, String value) {
        if (!value.isEmpty()) {
            attributes.computeIfAbsent(attribute, a -> new LinkedHashSet<>()).add(value);
        }
        return this;
    }

    EntryDraft add(String attribute, Collection<String> values) {
        values.forEach(value -> add(attribute, value));
        return this;
    }

    /** Where it will be. */
    DN dn() {
        return dn;
    }

    StoredEntry build() {
        return build(List.of());
    }

    StoredEntry build(List<java.security.cert.X509Certificate> certificates) {
        List<Attribute> built = attributes.entrySet().stream()
                .map(attribute -> new Attribute(attribute.getKey(), attribute.getValue()))
                .toList();
        return new StoredEntry(new Entry(dn, built), certificates);
    }
}
