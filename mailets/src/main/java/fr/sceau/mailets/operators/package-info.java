/** The other operators of the trust space; owns the format of {@code conf/operators.tsv}. */
@NullMarked
package fr.sceau.mailets.operators;

import org.jspecify.annotations.NullMarked;
