/** Private keys and where they are read from: PKCS#12 files of mailboxes. */
@NullMarked
package fr.sceau.smime.keys;

import org.jspecify.annotations.NullMarked;
