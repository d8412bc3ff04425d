/** James' contract for limits, and what is counted. */
@NullMarked
package fr.sceau.store.quota;

import org.jspecify.annotations.NullMarked;
