/** What the server established about a message, read back from its own header fields. */
@NullMarked
package fr.sceau.webmail.verdict;

import org.jspecify.annotations.NullMarked;
