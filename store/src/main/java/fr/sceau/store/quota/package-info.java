/**
 * How much a person may keep and how much is kept. Limits are rows; what is used is the sum of the mailboxes' own
 * counters, so that no listener can be late and nothing ever has to be recomputed.
 */
@NullMarked
package fr.sceau.store.quota;

import org.jspecify.annotations.NullMarked;
