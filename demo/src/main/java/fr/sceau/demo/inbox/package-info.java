/** Reads the demonstration's inboxes by IMAP, as any mail program would, and shows them as one table. */
@NullMarked
package fr.sceau.demo.inbox;

import org.jspecify.annotations.NullMarked;
