/** Copies of the database against a real PostgreSQL. */
@NullMarked
package fr.sceau.store.backup;

import org.jspecify.annotations.NullMarked;
