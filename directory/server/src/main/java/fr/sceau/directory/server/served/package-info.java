/**
 * What is served at one time: a version of the country from its index, and over it, in memory, what the operator's own files say.
 * An entry of the overlay takes the place of the country's entry of the same name, so that it looks the same to every filter.
 * {@link fr.sceau.directory.server.served.Present} switches from one such state to the next by one write.
 */
@NullMarked
package fr.sceau.directory.server.served;

import org.jspecify.annotations.NullMarked;
