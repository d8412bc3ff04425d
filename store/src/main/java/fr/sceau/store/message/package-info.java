/**
 * Messages in mailboxes, as James asks for them: reading in batches, flags, copies, moves and expunging each in one
 * transaction that also counts and leaves a change row; and the summary of a message, made once when it is added, that
 * answers what clients ask for lists. Owner of the tables {@code message}, {@code change} and {@code attachment} and of the
 * format of {@code content.summary}.
 */
@NullMarked
package fr.sceau.store.message;

import org.jspecify.annotations.NullMarked;
