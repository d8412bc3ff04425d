/** A whole Sceau in a temporary folder: the demo world, the database, the directory and the mail server as real processes. */
@NullMarked
package fr.sceau.system.installation;

import org.jspecify.annotations.NullMarked;
