/**
 * Logins, mailboxes, and who may use whose box until when, kept in PostgreSQL.
 *
 * <p>A login is an account's address with its password; a person who was given rights on a box sees it beside her own
 * ({@link fr.sceau.server.shared}). {@code person+box@domain} with the person's password opens that box alone, with the
 * same rights.
 */
@NullMarked
package fr.sceau.server.accounts;

import org.jspecify.annotations.NullMarked;
