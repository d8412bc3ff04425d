/** A small mail world for tests: an IMAP and SMTP server under a TEST authority, and an installation that trusts it. */
@NullMarked
package fr.sceau.webmail.world;

import org.jspecify.annotations.NullMarked;
