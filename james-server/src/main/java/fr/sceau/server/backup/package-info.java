/**
 * Backup of an installation into one encrypted file, restoring it elsewhere, and one mailbox out and in as a ZIP of messages. Read
 * {@link fr.sceau.server.backup.BackupWriter} and {@link fr.sceau.server.backup.BackupReader}.
 *
 * <p>The file, owned here: the line {@code SCEAU-SAUVEGARDE 1}; four octets, the length of what follows; a CMS object (RFC 5083)
 * whose content is 32 random octets; then chunks, AES-256-GCM, of 65,536 octets of content each and a tag of 16, the last one
 * shorter or full. A chunk's nonce is its number (11 octets) and one octet, 1 for the last chunk; the key is HKDF-SHA256
 * (RFC 5869) of the 32 octets with the SHA-256 of all that stands before the chunks as salt. What the chunks hold is a ZIP file:
 * {@code index.json}, {@code files/PATH}, {@code tables/NAME.copy} and, last, {@code manifest.json} with length and SHA-256 of each.
 */
@NullMarked
package fr.sceau.server.backup;

import org.jspecify.annotations.NullMarked;
