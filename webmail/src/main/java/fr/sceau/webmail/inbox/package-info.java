/** The list of messages of a folder, each with its document type, origin and verdict. */
@NullMarked
package fr.sceau.webmail.inbox;

import org.jspecify.annotations.NullMarked;
