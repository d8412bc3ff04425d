/**
 * The octets of a message, kept once however many boxes, queues and repositories hold it: the header in one row, the body
 * in rows of 64 kB, both immutable. Owner of the tables {@code content} and {@code content_chunk}. Octets pass through as
 * streams; no whole body is ever held in memory.
 */
@NullMarked
package fr.sceau.store.content;

import org.jspecify.annotations.NullMarked;
