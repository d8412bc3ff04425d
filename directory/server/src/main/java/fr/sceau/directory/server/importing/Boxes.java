package fr.sceau.directory.server.importing;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Origin;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.MailboxColumn;
import fr.sceau.directory.server.registry.RefusedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes entries of the lines about mailboxes, bucket by bucket. */
final class Boxes {
    private static final String HOLDER = "asIdNatPS";

    private final Part<MailboxColumn, Mailbox> part;
    private final Sites sites;
    private final Update update;
    private final Set<String> domains = ConcurrentHashMap.newKeySet();

    Boxes(Part<MailboxColumn, Mailbox> part, Sites sites, Update update) {
        this.part = part;
        this.sites = sites;
        this.update = update;
    }

    /** An address that another person has now: what was known of the one before is of no use, or worse. */
    static boolean isSameOwner(Toggles toggles, Entry was, Entry is) {
        String before = was.getAttributeValue(HOLDER);
        String now = is.getAttributeValue(HOLDER);
        return before == null || now == null || toggles.isSame(before, now);
    }

    /** The domains that they have. */
    Set<String> put(Buckets buckets, Crew crew, Meter meter) throws IOException, RefusedFileException {
        meter.begins("boîtes", buckets.size());
        for (int i = 0; i < Buckets.COUNT; i++) {
            int bucket = i;
            crew.give(() -> meter.more(put(buckets.read(bucket))));
        }
        crew.finish();
        return domains;
    }

    /** How many lines those of a bucket are. */
    private int put(List<String> bucket) throws IOException {
        Map<String, List<Mailbox>> byAddress = new LinkedHashMap<>();
        Set<Long> incomplete = new HashSet<>();
        for (String written : bucket) {
            Tagged line = Tagged.of(written);
            Optional<Mailbox> parsed = part.parse(line.line(), line.number());
            if (parsed.isPresent()) {
                sites.add(parsed.get());
                byAddress
                        .computeIfAbsent(parsed.get().address(), address -> new ArrayList<>())
                        .add(parsed.get());
            } else {
                incomplete.add(part.group(line.line()));
            }
        }
        byAddress.forEach((address, lines) -> put(address, lines, incomplete));
        return bucket.size();
    }

    /** Where a line was left out, it has to be told again every day. */
    private void put(String address, List<Mailbox> lines, Set<Long> incomplete) {
        long group = Group.address(address);
        Origin origin =
                incomplete.contains(group) ? Origin.NONE : update.origins().of(group);
        domains.add(Domains.of(address));
        update.put(NationalEntries.of(People.sorted(lines)), origin);
    }
}
