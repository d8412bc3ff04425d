/**
 * What the server found out about a message, written to and read from its {@code Authentication-Results} header (RFC
 * 8601, RFC 7281), so that the webmail and the mail clients show the same verdict.
 */
@NullMarked
package fr.sceau.smime.facts;

import org.jspecify.annotations.NullMarked;
