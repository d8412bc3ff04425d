package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;

/**
 * The next version while it is made. Nothing of it is seen before {@link #commit}; what ends otherwise, be it by a power cut,
 * has never been. Used by one thread; another update of the same folder cannot begin meanwhile.
 */
public final class Update implements AutoCloseable {
    private static final int PATIENCE = 3;

    private final IndexWriter writer;
    private final View before;
    private final Version next;
    private final Known known;
    private final Known named = new Known();
    private final Tally tally = new Tally();
    private boolean committed;

    Update(IndexWriter writer, View before, Version next) {
        this.writer = writer;
        this.before = before;
        this.next = next;
        this.known = guarded(before::known);
    }

    /** How many entries are new, changed, missing, back and gone so far. */
    public Tally tally() {
        return tally;
    }

    /** How many entries the version before has. */
    public int sizeBefore() {
        return known.size();
    }

    /** What the sources say of an entry; the first word counts, and of another one the answer is false. */
    public boolean put(Entry entry) {
        DN dn = Fields.dn(entry);
        byte[] octets = EntryBytes.of(entry);
        long id = Hash.of(dn.toNormalizedString());
        if (named.contains(id)) {
            return false;
        }
        long content = Hash.of(octets);
        named.add(id, content);
        return guarded(() -> {
            switch (known.kind(id, content)) {
                case UNKNOWN -> add(dn, entry, octets);
                case OTHER -> change(dn, entry, octets);
                case SAME -> tally.same++;
            }
            return true;
        });
    }

    private void add(DN dn, Entry entry, byte[] octets) throws IOException {
        Presence presence = Presence.from(next.day());
        writer.updateDocument(Fields.name(dn), Fields.document(entry, octets, presence));
        tally.added++;
        trace(dn, Optional.empty(), Optional.of(presence.shown(entry.duplicate())));
    }

    private void change(DN dn, Entry entry, byte[] octets) throws IOException {
        int document = before.document(dn).orElseThrow(() -> new IOException("an entry that was there is not"));
        Presence presence = before.presence(document).again();
        writer.updateDocument(Fields.name(dn), Fields.document(entry, octets, presence));
        tally.changed++;
        trace(dn, Optional.of(before.shown(document)), Optional.of(presence.shown(entry.duplicate())));
    }

    /** Takes an entry out at once, with all below it, unless it was {@link #put} in this version. */
    public void removeBelow(DN dn) {
        guarded(() -> {
            Optional<Integer> itself = before.document(dn);
            if (itself.isPresent()) {
                removeUnnamed(itself.get());
                before.eachBelow(dn, this::removeUnnamed);
            }
            return true;
        });
    }

    private void removeUnnamed(int document) throws IOException {
        long id = before.number(document, Fields.ID);
        if (!named.contains(id)) {
            named.add(id, 0); // settled
            remove(Fields.dn(before.bare(document)), document);
        }
    }

    private void remove(DN dn, int document) throws IOException {
        writer.deleteDocuments(Fields.name(dn));
        tally.removed++;
        trace(dn, Optional.of(before.shown(document)), Optional.empty());
    }

    /**
     * Settles the entries below a name that {@link #put} has not named, and those that it has named again.
     *
     * @param kept entries that are marked as missing but never taken out
     */
    public Settled settle(DN branch, Predicate<Entry> kept) {
        Settling settling = new Settling();
        return guarded(() -> {
            before.eachBelow(branch, document -> {
                settling.all++;
                Presence presence = before.presence(document);
                if (!named.contains(before.number(document, Fields.ID))) {
                    settling.missing += presence.isThere() ? 1 : 0;
                    missing(document, presence, kept);
                } else if (!presence.isThere()) {
                    back(document, presence);
                }
            });
            return new Settled(settling.all, settling.missing);
        });
    }

    /**
     * @param all entries that there were
     * @param missing those that are missing for the first time
     */
    public record Settled(long all, long missing) {}

    private static final class Settling {
        private long all;
        private long missing;
    }

    /** Still resolvable until it has been missing from so many successful imports. */
    private void missing(int document, Presence presence, Predicate<Entry> kept) throws IOException {
        Presence now = presence.missing(next.day());
        Entry bare = before.bare(document);
        if (now.missed() >= PATIENCE && !kept.test(bare)) {
            remove(Fields.dn(bare), document);
        } else {
            tally.missing++;
            marked(bare, presence, now);
        }
    }

    private void back(int document, Presence presence) throws IOException {
        Entry bare = before.bare(document);
        if (known.kind(before.number(document, Fields.ID), named.content(before.number(document, Fields.ID)))
                == Known.Kind.SAME) {
            tally.back++;
            marked(bare, presence, presence.again());
        }
    }

    private void marked(Entry bare, Presence was, Presence now) throws IOException {
        DN dn = Fields.dn(bare);
        writer.updateDocValues(
                Fields.name(dn),
                new NumericDocValuesField(Fields.LEFT, now.left()),
                new NumericDocValuesField(Fields.MISSED, now.missed()));
        if (was.isThere() != now.isThere()) {
            trace(dn, Optional.of(was.shown(bare.duplicate())), Optional.of(now.shown(bare.duplicate())));
        }
    }

    /** The first version needs no trace: before it there was nothing. */
    private void trace(DN dn, Optional<Entry> was, Optional<Entry> is) throws IOException {
        if (next.number() > 1) {
            Change change = new Change(dn.toNormalizedString(), next.number(), next.day(), was, is);
            writer.addDocument(change.document());
        }
    }

    /** Makes this the version that everybody reads. */
    public Version commit() {
        return guarded(() -> {
            writer.setLiveCommitData(next.data().entrySet());
            writer.commit();
            committed = true;
            return next;
        });
    }

    /** Forgets all that was not committed. */
    @Override
    public void close() {
        guarded(() -> {
            if (!committed) {
                writer.rollback();
            }
            writer.close();
            before.close();
            return true;
        });
    }

    private static <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new IndexException("L'annuaire ne peut pas être écrit", e);
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }
}
