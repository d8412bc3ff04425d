/** Proofs that take longer than a build may, run by {@code ./sceau prove}; short rounds of them run in the tests. */
@NullMarked
package fr.sceau.smime.proof;

import org.jspecify.annotations.NullMarked;
