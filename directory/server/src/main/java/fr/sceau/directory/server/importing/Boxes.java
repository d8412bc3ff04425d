package fr.sceau.directory.server.importing;

import com.unboundid.ldap.sdk.Entry;
import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.importing.Import.Steps;
import fr.sceau.directory.server.index.Origin;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.MailboxColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes entries of the lines about mailboxes, bucket by bucket. */
final class Boxes {
    private static final String HOLDER = "asIdNatPS";

    private final Part<MailboxColumn, Mailbox> part;
    private final Sites sites;
    private final Update update;
    private final Set<Long> incomplete = new HashSet<>();

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
    Set<String> put(Buckets buckets, Steps steps) throws IOException {
        steps.begins("boîtes", buckets.size());
        Set<String> domains = new HashSet<>();
        long done = 0;
        for (int bucket = 0; bucket < Buckets.COUNT; bucket++) {
            Map<String, List<Mailbox>> byAddress = new LinkedHashMap<>();
            for (String written : buckets.read(bucket)) {
                add(byAddress, Tagged.of(written));
                done++;
                steps.done(done);
            }
            byAddress.forEach((address, lines) -> {
                domains.add(Domains.of(address));
                update.put(NationalEntries.of(People.sorted(lines)), origin(Group.address(address)));
            });
        }
        return domains;
    }

    private void add(Map<String, List<Mailbox>> byAddress, Tagged line) throws IOException {
        Optional<Mailbox> parsed = part.parse(line.line(), line.number());
        if (parsed.isEmpty()) {
            incomplete.add(part.group(line.line()));
            return;
        }
        Mailbox mailbox = parsed.get();
        sites.add(mailbox);
        byAddress
                .computeIfAbsent(mailbox.address(), address -> new ArrayList<>())
                .add(mailbox);
    }

    /** Where a line was left out, it has to be told again every day. */
    private Origin origin(long group) {
        return incomplete.contains(group) ? Origin.NONE : update.origins().of(group);
    }
}
