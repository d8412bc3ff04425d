/** The PostgreSQL on which the contracts are held, and what several tests share. */
@NullMarked
package fr.sceau.store;

import org.jspecify.annotations.NullMarked;
