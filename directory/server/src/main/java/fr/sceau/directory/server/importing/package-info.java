/**
 * Makes the next version of the directory from the newest extraction of each kind. What belongs together (all lines of one
 * person, one structure, one address) is brought together on disk, so that no file has to fit into memory. A file that
 * cannot be trusted, or that would take away more than a day takes away, changes nothing.
 */
@NullMarked
package fr.sceau.directory.server.importing;

import org.jspecify.annotations.NullMarked;
