/**
 * Mail in PostgreSQL behind James' interfaces: mailboxes, messages, queue and repositories in one database, so that what
 * belongs together changes together. The tables are those of {@code schema/}.
 */
@NullMarked
package fr.sceau.store;

import org.jspecify.annotations.NullMarked;
