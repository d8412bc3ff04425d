package fr.sceau.documents;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message carries, in the order of its parts.
 *
 * @param documents attachments, and bodies when the text itself is a document; a body of ordinary prose is not listed
 */
public record Recognition(List<RecognisedDocument> documents) {

    public Recognition {
        documents = List.copyOf(documents);
    }

    /** The IMAP keywords the message deserves, each once, in the order of the documents. */
    public Set<String> keywords() {
        Set<String> keywords = new LinkedHashSet<>();
        for (RecognisedDocument document : documents) {
            keywords.add(document.type().keyword());
            if (document.flags().contains(Flags.LIAISON)) {
                keywords.add(DocumentType.LIAISON_LETTER.keyword());
            }
        }
        keywords.remove("");
        return keywords;
    }

    /** The document that names the message: the most telling type, the first of that type. */
    public Optional<RecognisedDocument> main() {
        return documents.stream().min(Comparator.comparing(RecognisedDocument::type));
    }
}
