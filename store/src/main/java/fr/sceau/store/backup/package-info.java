/**
 * Logical copies of the database: everything at one instant, table by table in PostgreSQL's binary COPY format, and back into
 * an empty database of the same schema version. Read {@link fr.sceau.store.backup.Snapshot} and {@link
 * fr.sceau.store.backup.DatabaseLoad}. Nothing is said here of how a copy is kept.
 */
@NullMarked
package fr.sceau.store.backup;

import org.jspecify.annotations.NullMarked;
