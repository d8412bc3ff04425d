package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.Entry;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * What became of an entry in one version.
 *
 * @param name normalised
 * @param version in which it changed
 * @param before as it was shown; none when it is new
 * @param after as it is shown since; none when it is gone
 */
public record Change(String name, long version, LocalDate day, Optional<Entry> before, Optional<Entry> after) {
    static final String OF = "of";
    static final String IN = "in";
    static final String DAY = "day";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    Document document() {
        Document document = new Document();
        document.add(new StringField(OF, name, Store.YES));
        document.add(new LongField(IN, version, Store.YES));
        document.add(new LongField(DAY, day.toEpochDay(), Store.YES));
        document.add(new NumericDocValuesField(Fields.ID, Hash.of(name)));
        before.ifPresent(entry -> document.add(new StoredField(BEFORE, EntryBytes.of(entry))));
        after.ifPresent(entry -> document.add(new StoredField(AFTER, EntryBytes.of(entry))));
        return document;
    }

    static Change of(Document document) {
        return new Change(
                document.get(OF),
                document.getField(IN).numericValue().longValue(),
                LocalDate.ofEpochDay(document.getField(DAY).numericValue().longValue()),
                image(document, BEFORE),
                image(document, AFTER));
    }

    private static Optional<Entry> image(Document document, String field) {
        BytesRef octets = document.getBinaryValue(field);
        return octets == null
                ? Optional.empty()
                : Optional.of(EntryBytes.read(octets.bytes, octets.offset, octets.length));
    }

    /** This change and a later one of the same entry as one. */
    Change then(Change later) {
        return new Change(name, later.version, later.day, before, later.after);
    }
}
