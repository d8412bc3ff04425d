package fr.sceau.directory.server.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** Every word of each attribute, in memory: a few megabytes for a country. */
final class Words {
    private static final char BETWEEN = '\n';

    private final Map<String, WordText> texts;

    private Words(Map<String, WordText> texts) {
        this.texts = Map.copyOf(texts);
    }

    static Words of(IndexReader reader) throws IOException {
        Map<String, StringBuilder> texts = new HashMap<>();
        Terms terms = MultiTerms.getTerms(reader, Fields.WORD);
        if (terms != null) {
            TermsEnum each = terms.iterator();
            for (BytesRef term = each.next(); term != null; term = each.next()) {
                add(texts, term.utf8ToString());
            }
        }
        Map<String, WordText> whole = new HashMap<>();
        texts.forEach((attribute, text) -> whole.put(attribute, new WordText(text.toString())));
        return new Words(whole);
    }

    /** @param term as {@link Fields#word} writes it */
    private static void add(Map<String, StringBuilder> texts, String term) {
        int end = term.indexOf('=');
        texts.computeIfAbsent(term.substring(0, end), attribute -> new StringBuilder())
                .append(term, end + 1, term.length())
                .append(BETWEEN);
    }

    /** The words of an attribute that contain these letters, at most so many. */
    List<String> with(String attribute, String letters, int most) {
        WordText text = texts.get(attribute);
        return text == null ? List.of() : text.with(letters, most);
    }
}
