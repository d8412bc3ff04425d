/**
 * FETCH without parsing: envelopes, structures and header fields come from the summary and the header that the store keeps,
 * bodies as they are. What asks for single parts of a message goes James' way.
 */
@NullMarked
package fr.sceau.server.fetch;

import org.jspecify.annotations.NullMarked;
