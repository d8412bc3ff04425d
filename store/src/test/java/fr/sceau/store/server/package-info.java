/** James' contracts for the managers of mailboxes and messages, held on the store. */
@NullMarked
package fr.sceau.store.server;

import org.jspecify.annotations.NullMarked;
