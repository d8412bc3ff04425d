/**
 * The directory at the size of a country: what importing costs, and its answers beside those of OpenLDAP's {@code slapd}
 * with the same entries. Questions are drawn from the entries by a seed; every answer is compared with a scan over all of
 * them, made here and not by the server's code.
 */
@NullMarked
package fr.sceau.bench.directory;

import org.jspecify.annotations.NullMarked;
