/**
 * A James mail as rows: the envelope ({@link fr.sceau.store.mail.Envelope}, owner of the format of the columns {@code
 * envelope}) and its message ({@link fr.sceau.store.mail.ContentMessage}), whose octets pass through unchanged, raw 8-bit
 * header fields included.
 */
@NullMarked
package fr.sceau.store.mail;

import org.jspecify.annotations.NullMarked;
