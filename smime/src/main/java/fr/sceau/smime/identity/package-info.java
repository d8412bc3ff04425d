/** Reads who a CPS or organisation certificate of IGC-Santé belongs to. */
@NullMarked
package fr.sceau.smime.identity;

import org.jspecify.annotations.NullMarked;
