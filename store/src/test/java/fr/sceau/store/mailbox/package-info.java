/** James' contracts for mailboxes, and what we promise beyond them. */
@NullMarked
package fr.sceau.store.mailbox;

import org.jspecify.annotations.NullMarked;
