/**
 * From the queue into our mailboxes: at least once inside, exactly once for the reader; and what the server established
 * about each message on the day it came. Owns the tables {@code delivery} and {@code side_record}.
 */
@NullMarked
package fr.sceau.store.delivery;

import org.jspecify.annotations.NullMarked;
