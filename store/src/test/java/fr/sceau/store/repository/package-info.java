/** Tests of the package of the same name. */
@NullMarked
package fr.sceau.store.repository;

import org.jspecify.annotations.NullMarked;
