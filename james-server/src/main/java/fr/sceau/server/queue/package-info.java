/** The durable queue between acceptance and delivery. */
@NullMarked
package fr.sceau.server.queue;

import org.jspecify.annotations.NullMarked;
