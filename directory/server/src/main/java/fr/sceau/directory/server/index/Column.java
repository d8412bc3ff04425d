package fr.sceau.directory.server.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;

/** The numbers of one field, fast when they are asked in the order of the documents. Used by one thread. */
final class Column {
    private final List<LeafReaderContext> leaves;
    private final String field;
    private NumericDocValues values = DocValues.emptyNumeric();
    private int begin;
    private int end;

    Column(List<LeafReaderContext> leaves, String field) {
        this.leaves = leaves;
        this.field = field;
    }

    /** 0 when the document has none. */
    long at(int document) throws IOException {
        if (document >= end || document - begin < values.docID() || document < begin) {
            open(leaves.get(ReaderUtil.subIndex(document, leaves)));
        }
        return values.advanceExact(document - begin) ? values.longValue() : 0;
    }

    private void open(LeafReaderContext leaf) throws IOException {
        begin = leaf.docBase;
        end = begin + leaf.reader().maxDoc();
        values = DocValues.getNumeric(leaf.reader(), field);
    }
}
