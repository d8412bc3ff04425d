/**
 * Logins, mailboxes and who may open or write for whom, kept in PostgreSQL.
 *
 * <p>A login is a mailbox address with its password, or {@code person+box@domain}: the person's own password opens the box
 * that was delegated to the person.
 */
@NullMarked
package fr.sceau.server.accounts;

import org.jspecify.annotations.NullMarked;
