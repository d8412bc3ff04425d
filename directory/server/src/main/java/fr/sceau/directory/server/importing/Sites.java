package fr.sceau.directory.server.importing;

import fr.sceau.directory.server.entries.NationalEntries;
import fr.sceau.directory.server.index.Origins;
import fr.sceau.directory.server.index.Update;
import fr.sceau.directory.server.registry.Activity;
import fr.sceau.directory.server.registry.Mailbox;
import fr.sceau.directory.server.registry.PostalAddress;
import fr.sceau.directory.server.registry.RefusedFileException;
import fr.sceau.directory.server.registry.Site;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Structures as persons and mailboxes name them. Lines about one structure differ; what most of them say counts, and of
 * several as frequent ones the first in the order of the alphabet, so that the order of the lines does not matter.
 */
final class Sites implements Closeable {
    private static final String BETWEEN = "\t";
    private static final String MAILBOXES = "0"; // know less: they count where nobody else knows

    /** Which of several sources counts, when they know a structure: the last of these. */
    enum Knows {
        CONNECTED("1"),
        ACTIVITIES("2");

        private final String rank;

        Knows(String rank) {
            this.rank = rank;
        }
    }

    private final Buckets buckets;
    private final Origins origins;

    /** @param origins tells of which structures all lines are as they were: these are left */
    Sites(Path folder, Origins origins) throws IOException {
        this.buckets = new Buckets(folder, "structures");
        this.origins = origins;
    }

    void add(Knows from, Activity activity) throws IOException {
        if (activity.site().isPresent()) {
            add(from.rank, activity.site().get());
        }
    }

    void add(Mailbox mailbox) throws IOException {
        add(MAILBOXES, NationalEntries.site(mailbox));
    }

    private void add(String from, Site site) throws IOException {
        long group = Group.structure(site.id());
        if (group != Group.NONE && !origins.areServed(group)) {
            add(group, from, site);
        }
    }

    private void add(long group, String from, Site site) throws IOException {
        PostalAddress address = site.address();
        buckets.add(
                group,
                String.join(
                        BETWEEN,
                        site.id(),
                        from,
                        site.technicalId(),
                        site.name(),
                        site.sign(),
                        site.finess(),
                        site.legalFiness(),
                        site.siret(),
                        site.sectorLabel(),
                        address.street(),
                        address.postalCode(),
                        address.town(),
                        address.department(),
                        site.telephone(),
                        site.fax()));
    }

    void put(Update update, Crew crew, Meter meter) throws IOException, RefusedFileException {
        meter.begins("structures", buckets.size());
        for (int i = 0; i < Buckets.COUNT; i++) {
            int bucket = i;
            crew.give(() -> meter.more(put(update, buckets.read(bucket))));
        }
        crew.finish();
    }

    /** How many lines those of a bucket are. */
    private int put(Update update, List<String> bucket) {
        Map<String, List<String>> byId = bucket.stream()
                .collect(Collectors.groupingBy(
                        line -> line.substring(0, line.indexOf(BETWEEN)), TreeMap::new, Collectors.toList()));
        byId.forEach((id, each) -> update.put(NationalEntries.of(site(usual(each))), origins.of(Group.structure(id))));
        return bucket.size();
    }

    private static String usual(List<String> lines) {
        Map<String, Long> times =
                lines.stream().collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
        return times.entrySet().stream()
                .max(Comparator.<Map.Entry<String, Long>, String>comparing(entry -> from(entry.getKey()))
                        .thenComparing(Map.Entry::getValue)
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    private static String from(String line) {
        return line.split(BETWEEN, -1)[1];
    }

    private static Site site(String line) {
        String[] c = line.split(BETWEEN, -1);
        PostalAddress address = new PostalAddress(c[9], c[10], c[11], c[12]);
        return new Site(c[0], c[2], c[3], c[4], c[5], c[6], c[7], c[8], address, c[13], c[14]);
    }

    @Override
    public void close() throws IOException {
        buckets.close();
    }
}
