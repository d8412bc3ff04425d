/**
 * Makes the next version of the directory from the newest extraction of each kind. What belongs together (all lines of one
 * person, one structure, one address) is brought together on disk, so that no file has to fit into memory. A file that
 * cannot be trusted, or that would take away more than a day takes away, changes nothing.
 *
 * <p>All files are read twice. The first time each line is added, as a hash, to what its person or address and its structure
 * are made of; what is made of just the same lines as the served version, by the same program, is then left alone. What is
 * left alone counts as named, to all guards. A line that was left out makes its group be told anew each day, so that it is
 * counted each day.
 */
@NullMarked
package fr.sceau.directory.server.importing;

import org.jspecify.annotations.NullMarked;
