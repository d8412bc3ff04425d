/**
 * Watches the files of the directory and holds the last good content of each.
 *
 * <p>A file that is refused, cut or gone never takes the place of what is held: the reason goes to the log, the details
 * to {@code directory/quarantine/}. Of dated files the newest good one counts, and the directory never goes back to an
 * older one while it runs. {@link fr.sceau.directory.server.sources.Sources} is all of them together.
 */
@NullMarked
package fr.sceau.directory.server.sources;

import org.jspecify.annotations.NullMarked;
