/** Measures Sceau beside Postfix and Dovecot on one machine, from outside, over SMTP and IMAP; never part of the tests. */
@NullMarked
package fr.sceau.bench;

import org.jspecify.annotations.NullMarked;
