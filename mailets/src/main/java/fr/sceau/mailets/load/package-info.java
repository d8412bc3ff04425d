/** Keeps the memory of the server bounded when many large messages come at once. */
@NullMarked
package fr.sceau.mailets.load;

import org.jspecify.annotations.NullMarked;
