/** Refusals, size, digest and acceptance of messages, common to port 25 and to submission. */
@NullMarked
package fr.sceau.mailets.smtp;

import org.jspecify.annotations.NullMarked;
