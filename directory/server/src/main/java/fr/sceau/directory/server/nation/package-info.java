/**
 * Invents a nation of professionals, structures, mailboxes and cards of any size, and writes it in the layouts of the
 * national extractions: for tests, benches and demonstrations. The same seed gives the same nation; the same nation some days
 * later has seen about as many people come, go and move as the real one. Nobody in it exists, but names are as common, and
 * homonyms as frequent, as in life.
 *
 * <p>Lists that names are drawn from are resources of this package: one item a line, its parts separated by {@code |}.
 */
@NullMarked
package fr.sceau.directory.server.nation;

import org.jspecify.annotations.NullMarked;
