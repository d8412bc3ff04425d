package fr.sceau.documents;

import java.util.List;
import java.util.Optional;

/**
 * One document found in a message.
 *
 * @param type what its content is
 * @param part where it is: the IMAP section number (RFC 9051 6.4.5.1), followed by {@code !n} for the n-th file of an
 *     archive or the n-th payload of an HL7 message
 * @param fileName the declared name made safe to display; empty when none was declared
 * @param title the document's own title; it may name a patient, so it belongs in no log
 * @param flags what a reader should know, from {@link Flags}
 */
public record RecognisedDocument(
        DocumentType type, String part, Optional<String> fileName, Optional<String> title, List<String> flags) {

    public RecognisedDocument {
        flags = List.copyOf(flags);
    }
}
