/**
 * What our mail shows of the mailboxes of others: that they are there, that they are not, what they take in. {@link
 * fr.sceau.mailets.outcome.Failure} says which failures speak against a mailbox; {@link
 * fr.sceau.mailets.outcome.DeliveryMemory} keeps it.
 */
@NullMarked
package fr.sceau.mailets.outcome;

import org.jspecify.annotations.NullMarked;
