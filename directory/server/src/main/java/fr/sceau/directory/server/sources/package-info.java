/**
 * Watches the operator's own files and holds the last good content of each.
 *
 * <p>A file that is refused, cut or gone never takes the place of what is held: the reason goes to the log, the details
 * to {@code directory/quarantine/}. {@link fr.sceau.directory.server.sources.Sources} is all of them together.
 */
@NullMarked
package fr.sceau.directory.server.sources;

import org.jspecify.annotations.NullMarked;
