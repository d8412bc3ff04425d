/** Puts Apache James together: which implementation answers which of James' interfaces, and nothing else. */
@NullMarked
package fr.sceau.server.wiring;

import org.jspecify.annotations.NullMarked;
