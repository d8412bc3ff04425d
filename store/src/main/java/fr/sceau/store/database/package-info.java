/**
 * The pool of connections, the migrations that bring the tables to their present form, and the few words in which
 * everybody here talks SQL: {@link fr.sceau.store.database.Database} and {@link fr.sceau.store.database.Sql}.
 */
@NullMarked
package fr.sceau.store.database;

import org.jspecify.annotations.NullMarked;
