/** James' IMAP dialogues (MPT), spoken with James' IMAP processor on the store. */
@NullMarked
package fr.sceau.store.imap;

import org.jspecify.annotations.NullMarked;
