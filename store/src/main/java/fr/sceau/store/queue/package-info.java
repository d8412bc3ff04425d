/**
 * The queue between acceptance and delivery, in PostgreSQL: what {@code enQueue} has taken is on disk, what is not {@code
 * done} is there again after any crash, and no destination keeps the others waiting. Begin with {@link
 * fr.sceau.store.queue.PostgresMailQueue} and {@link fr.sceau.store.queue.QueueRows}; operators work through {@link
 * fr.sceau.store.queue.QueueDesk}.
 */
@NullMarked
package fr.sceau.store.queue;

import org.jspecify.annotations.NullMarked;
