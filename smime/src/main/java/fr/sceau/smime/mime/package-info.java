/**
 * Just enough of MIME (RFC 5322, RFC 2045, RFC 2046) to find what was signed or encrypted, byte for byte. Where two
 * readers could understand a message differently, it is refused rather than guessed.
 */
@NullMarked
package fr.sceau.smime.mime;

import org.jspecify.annotations.NullMarked;
