/**
 * Header fields and cryptography: what a signature covers of them, what must not be seen outside an encrypted message, and
 * whether a message went where its signed header says (RFC 9788).
 */
@NullMarked
package fr.sceau.smime.header;

import org.jspecify.annotations.NullMarked;
