/** Tests of the package of the same name. */
@NullMarked
package fr.sceau.store.queue;

import org.jspecify.annotations.NullMarked;
