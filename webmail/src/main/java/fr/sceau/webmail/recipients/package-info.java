/** Finding the right recipient in the directory. */
@NullMarked
package fr.sceau.webmail.recipients;

import org.jspecify.annotations.NullMarked;
