/**
 * Content that is too large for memory and must not be read by others: held in a temporary file that is encrypted under a
 * key in memory and has no name.
 */
@NullMarked
package fr.sceau.smime.spool;

import org.jspecify.annotations.NullMarked;
