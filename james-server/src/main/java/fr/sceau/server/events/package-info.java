/** Events between the parts of the server. */
@NullMarked
package fr.sceau.server.events;

import org.jspecify.annotations.NullMarked;
