package fr.sceau.directory.server.index;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** One version while it is read; what another process writes does not show. Safe for many threads. */
final class View implements Closeable {
    private static final Set<String> ENTRY = Set.of(Fields.ENTRY);

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private Optional<Words> words = Optional.empty();

    View(DirectoryReader reader) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null); // entries are looked for one by one
    }

    /** Read by who first searches for parts of words: who only compares needs none. */
    synchronized Words words() throws IOException {
        if (words.isEmpty()) {
            words = Optional.of(Words.of(reader));
        }
        return words.get();
    }

    synchronized boolean isSearched() {
        return words.isPresent();
    }

    Column column(String field) {
        return new Column(reader.leaves(), field);
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Version version() {
        try {
            return Version.of(reader.getIndexCommit().getUserData());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps its files until it is closed once more; false when it is closed already. */
    boolean hold() {
        return reader.tryIncRef();
    }

    int size() throws IOException {
        return searcher.count(new FieldExistsQuery(Fields.CONTENT));
    }

    /** An entry as it is shown. */
    Optional<Entry> entry(DN dn) throws IOException {
        Optional<Integer> document = document(dn);
        return document.isEmpty() ? Optional.empty() : Optional.of(shown(document.get()));
    }

    /** The number of the document that holds an entry. */
    Optional<Integer> document(DN dn) throws IOException {
        ScoreDoc[] found = searcher.search(new TermQuery(Fields.name(dn)), 1).scoreDocs;
        return found.length == 0 ? Optional.empty() : Optional.of(found[0].doc);
    }

    /** As the sources say, without what is known of its presence. */
    Entry bare(int document) throws IOException {
        BytesRef octets = stored(document);
        return EntryBytes.read(octets.bytes, octets.offset, octets.length);
    }

    String name(int document) throws IOException {
        BytesRef octets = stored(document);
        return EntryBytes.name(octets.bytes, octets.offset, octets.length);
    }

    private BytesRef stored(int document) throws IOException {
        Document stored = searcher.storedFields().document(document, ENTRY);
        return stored.getBinaryValue(Fields.ENTRY);
    }

    Entry shown(int document) throws IOException {
        return presence(document).shown(bare(document));
    }

    Presence presence(int document) throws IOException {
        return new Presence(
                number(document, Fields.SINCE), number(document, Fields.LEFT), (int) number(document, Fields.MISSED));
    }

    long number(int document, String field) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        NumericDocValues values = leaf.reader().getNumericDocValues(field);
        if (values == null || !values.advanceExact(document - leaf.docBase)) {
            throw new IOException("an entry without " + field);
        }
        return values.longValue();
    }

    /** All entries, and what they were made of. */
    void tell(Known known, Origins origins) throws IOException {
        Column id = column(Fields.ID);
        Column content = column(Fields.CONTENT);
        Column group = column(Fields.GROUP);
        Column lines = column(Fields.LINES);
        each(document -> {
            long madeOf = lines.at(document);
            known.add(id.at(document), content.at(document), madeOf);
            origins.served(group.at(document), madeOf);
        });
    }

    /** The same for the same entries that are there, whatever their history. */
    long fingerprint() throws IOException {
        Column id = column(Fields.ID);
        Column content = column(Fields.CONTENT);
        Column left = column(Fields.LEFT);
        long[] sum = {0};
        each(document -> {
            if (left.at(document) == Presence.STILL_THERE) {
                sum[0] += id.at(document) ^ Long.rotateLeft(content.at(document), 1);
            }
        });
        return sum[0];
    }

    /** All entries. */
    boolean each(Visitor visitor) throws IOException {
        eachOf(new FieldExistsQuery(Fields.CONTENT), visitor);
        return true;
    }

    /** How many there are, or a few more: what was deleted may count. */
    int countBelow(DN branch) throws IOException {
        return reader.docFreq(new Term(Fields.ABOVE, branch.toNormalizedString()));
    }

    void eachBelow(DN branch, Visitor visitor) throws IOException {
        eachOf(new TermQuery(new Term(Fields.ABOVE, branch.toNormalizedString())), visitor);
    }

    void eachOf(Query query, Visitor visitor) throws IOException {
        eachOf(query, visitor, () -> false);
    }

    /** In the order of the documents, until it is enough. */
    void eachOf(Query query, Visitor visitor, BooleanSupplier enough) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : reader.leaves()) {
            Scorer scorer = weight.scorer(leaf);
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator documents = scorer == null ? DocIdSetIterator.empty() : scorer.iterator();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (enough.getAsBoolean()) {
                    return;
                }
                if (live == null || live.get(doc)) {
                    visitor.visit(leaf.docBase + doc);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        reader.decRef();
    }

    /** Sees the number of a document. */
    interface Visitor {
        void visit(int document) throws IOException;
    }
}
