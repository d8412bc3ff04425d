/** Hands mail from the pipeline to the mailboxes in the database. */
@NullMarked
package fr.sceau.server.delivery;

import org.jspecify.annotations.NullMarked;
