/** Finding the right recipient in the directory, and saying when it looks like the wrong one. */
@NullMarked
package fr.sceau.webmail.recipients;

import org.jspecify.annotations.NullMarked;
