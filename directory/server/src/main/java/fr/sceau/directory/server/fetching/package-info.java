/**
 * Brings the registry's extractions from the servers that {@code conf/registry.tsv} names into {@code directory/registry/}, where
 * they are imported like those that somebody put there. A download is there whole, under its dated name, or not at all.
 */
@NullMarked
package fr.sceau.directory.server.fetching;

import org.jspecify.annotations.NullMarked;
