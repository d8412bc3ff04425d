/** Raw header fields: read, removed and put in front without touching another byte of the message. */
@NullMarked
package fr.sceau.mailets.header;

import org.jspecify.annotations.NullMarked;
