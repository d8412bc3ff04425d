package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;

/**
 * The next version while it is made. Nothing of it is seen before {@link #commit}; what ends otherwise, be it by a power cut,
 * has never been. Used by one thread; another update of the same folder cannot begin meanwhile.
 */
public final class Update implements AutoCloseable {
    private final IndexWriter writer;
    private final View before;
    private final Version next;
    private final Known known;
    private final Known named = new Known();
    private final Tally tally = new Tally();
    private final Trace trace;
    private final Settlement settlement;
    private boolean committed;

    Update(IndexWriter writer, View before, Version next) {
        this.writer = writer;
        this.before = before;
        this.next = next;
        this.known = guarded(before::known);
        this.trace = new Trace(writer, next);
        this.settlement = new Settlement(this, before, known, named);
    }

    /** How many entries are new, changed, missing, back and gone so far. */
    public Tally tally() {
        return tally;
    }

    LocalDate day() {
        return next.day();
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
        trace.add(dn, Optional.empty(), Optional.of(presence.shown(entry.duplicate())));
    }

    private void change(DN dn, Entry entry, byte[] octets) throws IOException {
        int document = before.document(dn).orElseThrow(() -> new IOException("an entry that was there is not"));
        Presence presence = before.presence(document).again();
        writer.updateDocument(Fields.name(dn), Fields.document(entry, octets, presence));
        tally.changed++;
        trace.add(dn, Optional.of(before.shown(document)), Optional.of(presence.shown(entry.duplicate())));
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

    /** Makes an entry again what it was before a change. */
    void undo(Change change) {
        DN dn = Fields.dn(change.before().or(change::after).orElseThrow());
        guarded(() -> {
            Optional<Integer> document = before.document(dn);
            Optional<Entry> now = document.isPresent() ? Optional.of(before.shown(document.get())) : Optional.empty();
            if (change.before().isPresent()) {
                Entry then = Presence.bare(change.before().get());
                Presence presence = Presence.of(change.before().get());
                writer.updateDocument(Fields.name(dn), Fields.document(then, EntryBytes.of(then), presence));
            } else {
                writer.deleteDocuments(Fields.name(dn));
            }
            trace.add(dn, now, change.before());
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

    /** Changes what is known of the presence of an entry, and nothing else. */
    void mark(Entry bare, Presence was, Presence now) throws IOException {
        DN dn = Fields.dn(bare);
        writer.updateDocValues(
                Fields.name(dn),
                new NumericDocValuesField(Fields.LEFT, now.left()),
                new NumericDocValuesField(Fields.MISSED, now.missed()));
        if (was.isThere() != now.isThere()) {
            trace.add(dn, Optional.of(was.shown(bare.duplicate())), Optional.of(now.shown(bare.duplicate())));
        }
    }

    void remove(DN dn, int document) throws IOException {
        writer.deleteDocuments(Fields.name(dn));
        tally.removed++;
        trace.add(dn, Optional.of(before.shown(document)), Optional.empty());
    }

    /** What is to become of an entry that is missing. */
    public enum Fate {
        /** marked, and taken out when it has been missing often enough */
        COUNTED,
        /** marked, and never taken out */
        KEPT,
        /** as if it had been named */
        HELD
    }

    /** The entries below a name that {@link #put} has not named. */
    public void eachUnnamed(DN branch, Consumer<Entry> visitor) {
        guarded(() -> {
            settlement.eachUnnamed(branch, document -> visitor.accept(before.bare(document)));
            return true;
        });
    }

    /** Settles the entries below a name that {@link #put} has not named, and those that it has named again. */
    public Settled settle(DN branch, Function<Entry, Fate> fate) {
        return guarded(() -> settlement.of(branch, fate));
    }

    /**
     * @param all entries that there were
     * @param missing those that are missing for the first time
     */
    public record Settled(long all, long missing) {}

    /**
     * Makes this the version that everybody reads.
     *
     * @param sources which file each part came from
     */
    public Version commit(Map<String, String> sources) {
        Version made = next.from(sources);
        return guarded(() -> {
            writer.setLiveCommitData(made.data().entrySet());
            writer.commit();
            committed = true;
            return made;
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
