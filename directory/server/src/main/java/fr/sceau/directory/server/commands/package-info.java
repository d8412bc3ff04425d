/** {@code ./sceau directory}: what an operator can do with the directory from a terminal. */
@NullMarked
package fr.sceau.directory.server.commands;

import org.jspecify.annotations.NullMarked;
