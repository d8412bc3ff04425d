/**
 * Signs, verifies, encrypts and opens mail with S/MIME under the certificates of French health professionals.
 *
 * <p>Everything here takes and gives whole RFC 5322 messages as raw bytes ({@link fr.sceau.smime.RawMessage}); no mail
 * API and no server class is known. Read {@link fr.sceau.smime.SignatureVerdict} first: it is what the rest of the
 * system shows to people; {@link fr.sceau.smime.Layers} is how it comes about.
 */
@NullMarked
package fr.sceau.smime;

import org.jspecify.annotations.NullMarked;
