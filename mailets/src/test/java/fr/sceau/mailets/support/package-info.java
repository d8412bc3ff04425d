/** A small hospital for tests. */
@NullMarked
package fr.sceau.mailets.support;

import org.jspecify.annotations.NullMarked;
