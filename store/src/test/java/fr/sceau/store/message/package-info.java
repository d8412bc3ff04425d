/** Tests of messages in mailboxes: James' contracts, and what we promise beyond them. */
@NullMarked
package fr.sceau.store.message;

import org.jspecify.annotations.NullMarked;
