/** Which keys there are, and which of them end soon. */
@NullMarked
package fr.sceau.server.renewal;

import org.jspecify.annotations.NullMarked;
