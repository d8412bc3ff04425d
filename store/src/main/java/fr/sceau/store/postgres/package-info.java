/**
 * The PostgreSQL programs that come with the build, for the demo, the tests and small installations: the operator needs
 * no database package. Only the files are handled here; {@code libexec/postgres.sh} starts and stops the server, outside
 * the JVM, so that the database outlives a mail server that dies.
 */
@NullMarked
package fr.sceau.store.postgres;

import org.jspecify.annotations.NullMarked;
