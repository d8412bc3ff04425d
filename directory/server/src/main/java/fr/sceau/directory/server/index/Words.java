package fr.sceau.directory.server.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Every word of the index as one text, so that all words with some letters are found by reading a few megabytes. */
final class Words {
    private static final char BETWEEN = '\n';

    private final String text;

    private Words(String text) {
        this.text = text;
    }

    static Words of(IndexReader reader) throws IOException {
        StringBuilder text = new StringBuilder().append(BETWEEN);
        Terms terms = MultiTerms.getTerms(reader, Fields.WORD);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef word = each.next(); word != null; word = each.next()) {
                text.append(word.utf8ToString()).append(BETWEEN);
            }
        }
        return new Words(text.toString());
    }

    /** The words that contain these letters, at most so many. */
    List<String> with(String letters, int most) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf(letters); at >= 0 && found.size() < most; ) {
            int end = text.indexOf(BETWEEN, at);
            found.add(text.substring(text.lastIndexOf(BETWEEN, at) + 1, end));
            at = text.indexOf(letters, end);
        }
        return found;
    }
}
