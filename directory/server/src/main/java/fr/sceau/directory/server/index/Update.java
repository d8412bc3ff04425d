package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.index.IndexWriter;

/**
 * The next version while it is made. Nothing of it is seen before {@link #commit}; what ends otherwise, be it by a power cut,
 * has never been. Another update of the same folder cannot begin meanwhile. Many threads may {@link #put}; the rest is for one.
 */
public final class Update implements AutoCloseable {
    private final IndexWriter writer;
    private final View before;
    private final Version next;
    private final Known known = new Known();
    private final Origins origins = new Origins();
    private final Tally tally = new Tally();
    private final Writing writing;
    private final Settlement settlement;
    private boolean committed;

    Update(IndexWriter writer, View before, Version next) throws IOException {
        this.writer = writer;
        this.before = before;
        this.next = next;
        before.tell(known, origins);
        this.writing = new Writing(writer, before, next, tally);
        this.settlement = new Settlement(next.day(), before, writing, known, origins);
    }

    /** How many entries are new, changed, missing, back and gone so far. */
    public Tally tally() {
        return tally;
    }

    /** The version that this one will replace. */
    public Version versionBefore() {
        return before.version();
    }

    /** How many entries the version before has. */
    public int sizeBefore() {
        return known.sizeBefore();
    }

    /** What entries are made of. Those of a group that {@link Origins#areServed is served} are not to be {@link #put}. */
    public Origins origins() {
        return origins;
    }

    /** Whether an entry that has changed still belongs to whom it belonged; else it is as new. To be called before the first. */
    public void tellApart(BiPredicate<Entry, Entry> sameOwner) {
        writing.tellApart(sameOwner);
    }

    /** Names of entries that belong to another since this version. */
    public Set<String> passedOn() {
        return writing.passedOn();
    }

    /** {@link #put(Entry, Origin)} of an entry that is made anew each time. */
    public boolean put(Entry entry) {
        return put(entry, Origin.NONE);
    }

    /** What the sources say of an entry; the first word counts, and of another one the answer is false. */
    public boolean put(Entry entry, Origin origin) {
        DN dn = Fields.dn(entry);
        byte[] octets = EntryBytes.of(entry);
        long id = Hash.of(dn.toNormalizedString());
        Known.Kind kind = known.name(id, Hash.of(octets));
        guarded(() -> {
            switch (kind) {
                case UNKNOWN -> writing.add(dn, entry, octets, origin);
                case OTHER -> writing.change(dn, entry, octets, origin);
                case SAME -> same(dn, id, origin);
                case NAMED_ALREADY -> {}
            }
            return true;
        });
        return kind != Known.Kind.NAMED_ALREADY;
    }

    private void same(DN dn, long id, Origin origin) throws IOException {
        writing.same();
        if (known.lines(id) != origin.lines()) {
            writing.originate(dn, origin);
        }
    }

    /** Takes an entry out at once, with all below it, unless it was {@link #put} in this version. */
    public void removeBelow(DN dn) {
        guarded(() -> {
            Optional<Integer> itself = before.document(dn);
            if (itself.isPresent()) {
                settlement.removeUnnamed(itself.get());
                before.eachBelow(dn, settlement::removeUnnamed);
            }
            return true;
        });
    }

    /** Makes an entry again what it was before a change. */
    void undo(Change change) {
        guarded(() -> {
            writing.undo(change);
            return true;
        });
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
