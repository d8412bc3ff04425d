package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.BiPredicate;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexWriter;

/** Writes what becomes of entries: each with its trace, and counted. Many threads may add, change and leave. */
final class Writing {
    private final IndexWriter writer;
    private final View before;
    private final Version next;
    private final Tally tally;
    private final Trace trace;
    private final Set<String> passedOn = new ConcurrentSkipListSet<>();
    private BiPredicate<Entry, Entry> sameOwner = (was, is) -> true;

    Writing(IndexWriter writer, View before, Version next, Tally tally) {
        this.writer = writer;
        this.before = before;
        this.next = next;
        this.tally = tally;
        this.trace = new Trace(writer, next);
    }

    /** An entry of a name that there was not: nothing has to be looked for to take its place. */
    void add(DN dn, Entry entry, byte[] octets, Origin origin) throws IOException {
        Presence presence = Presence.from(next.day());
        writer.addDocument(Fields.document(entry, octets, presence, origin));
        tally.added.incrementAndGet();
        trace.add(dn, Optional.empty(), Optional.of(presence.shown(entry.duplicate())));
    }

    void change(DN dn, Entry entry, byte[] octets, Origin origin) throws IOException {
        int document = before.document(dn).orElseThrow(() -> new IOException("an entry that was there is not"));
        Presence presence = before.presence(document).again();
        if (!sameOwner.test(before.bare(document), entry)) {
            passedOn.add(entry.getDN());
            presence = Presence.from(next.day());
        }
        writer.updateDocument(Fields.name(dn), Fields.document(entry, octets, presence, origin));
        tally.changed.incrementAndGet();
        trace.add(dn, Optional.of(before.shown(document)), Optional.of(presence.shown(entry.duplicate())));
    }

    /** Whoever gets the name of another begins anew. */
    void tellApart(BiPredicate<Entry, Entry> owners) {
        sameOwner = owners;
    }

    Set<String> passedOn() {
        return passedOn;
    }

    void same() {
        tally.same.incrementAndGet();
    }

    /** The same entry, of other lines. */
    void originate(DN dn, Origin origin) throws IOException {
        writer.updateDocValues(
                Fields.name(dn),
                new NumericDocValuesField(Fields.GROUP, origin.group()),
                new NumericDocValuesField(Fields.LINES, origin.lines()));
    }

    /** Makes an entry again what it was before a change. */
    void undo(Change change) throws IOException {
        DN dn = Fields.dn(change.before().or(change::after).orElseThrow());
        Optional<Integer> document = before.document(dn);
        Optional<Entry> now = document.isPresent() ? Optional.of(before.shown(document.get())) : Optional.empty();
        if (change.before().isPresent()) {
            Entry then = Presence.bare(change.before().get());
            Presence presence = Presence.of(change.before().get());
            writer.updateDocument(Fields.name(dn), Fields.document(then, EntryBytes.of(then), presence, Origin.NONE));
        } else {
            writer.deleteDocuments(Fields.name(dn));
        }
        trace.add(dn, now, change.before());
    }

    void missing(Entry bare, Presence was, Presence now) throws IOException {
        tally.missing.incrementAndGet();
        originate(Fields.dn(bare), Origin.NONE);
        mark(bare, was, now);
    }

    void back(Entry bare, Presence was) throws IOException {
        tally.back.incrementAndGet();
        mark(bare, was, was.again());
    }

    /** Changes what is known of the presence of an entry, and nothing else. */
    private void mark(Entry bare, Presence was, Presence now) throws IOException {
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
        tally.removed.incrementAndGet();
        trace.add(dn, Optional.of(before.shown(document)), Optional.empty());
    }
}
