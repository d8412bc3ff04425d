/** Sees to it that a message is kept as it came, or not at all. */
@NullMarked
package fr.sceau.server.smtp;

import org.jspecify.annotations.NullMarked;
