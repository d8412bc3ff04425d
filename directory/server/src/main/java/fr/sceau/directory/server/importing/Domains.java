package fr.sceau.directory.server.importing;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.index.Update.Fate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Domains that vanish as a whole: rather a mistake of somebody than the end of a hospital. */
final class Domains {
    static final Domains NONE = new Domains(Set.of());

    private static final int MANY = 30;

    private final Set<String> names;

    private Domains(Set<String> names) {
        this.names = names;
    }

    /** @param named domains of which there are mailboxes */
    static Domains vanished(Update update, Set<String> named) {
        Map<String, Integer> missing = new HashMap<>();
        update.eachUnnamed(NationalEntries.MAILBOXES, entry -> missing.merge(domain(entry), 1, Integer::sum));
        Set<String> names = new TreeSet<>();
        missing.forEach((domain, count) -> {
            if (count >= MANY && !named.contains(domain)) {
                names.add(domain);
            }
        });
        return new Domains(names);
    }

    Set<String> names() {
        return names;
    }

    Fate fate(Entry mailbox) {
        return names.contains(domain(mailbox)) ? Fate.HELD : Fate.COUNTED;
    }

    static String of(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static String domain(Entry mailbox) {
        String domain = mailbox.getAttributeValue("asDomaine");
        return domain == null ? "" : domain;
    }
}
