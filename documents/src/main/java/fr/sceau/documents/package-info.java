/**
 * Says what a message carries: HPRIM results, CDA and XDM documents, HL7 v2 messages, liaison letters, PDF.
 *
 * <p>Content decides, never the extension or the declared type. Everything read here comes from strangers: no DTD is
 * processed, no stylesheet run, no name from an archive reaches a disk, and every size, depth and duration has a cap
 * ({@link fr.sceau.documents.Limits}). Read {@link fr.sceau.documents.Recogniser} first. The package knows no mail API:
 * it takes raw RFC 5322 bytes.
 */
@NullMarked
package fr.sceau.documents;

import org.jspecify.annotations.NullMarked;
