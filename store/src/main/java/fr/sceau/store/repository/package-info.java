/**
 * James' mail repositories in PostgreSQL, under addresses such as {@code postgres://parked}: mail that was put aside for the
 * operator, who sees it with {@code sceau queue}.
 */
@NullMarked
package fr.sceau.store.repository;

import org.jspecify.annotations.NullMarked;
